import { isAbsolute, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * The file named on the command line, as an absolute path; null where there is none.
 * From source the first word is the application's own folder: `electron . FILE`.
 */
export function fileFromArguments(argv: readonly string[], packaged: boolean, folder: string): string | null {
  const words = argv.slice(1).filter((word) => word !== '' && !word.startsWith('-'))
  const file = packaged ? words[0] : words[1]
  if (file === undefined) return null
  if (file.startsWith('file:')) return fileURLToPath(file)
  return isAbsolute(file) ? file : resolve(folder, file)
}
