import { isAbsolute, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * The files named on the command line, in their order, as absolute paths.
 * From source the first word is the application's own folder: `electron . FILE…`.
 */
export function filesFromArguments(argv: readonly string[], packaged: boolean, folder: string): string[] {
  const words = argv.slice(1).filter((word) => word !== '' && !word.startsWith('-'))
  return (packaged ? words : words.slice(1)).map((word) => {
    const file = word.startsWith('file:') ? pathOf(word) : word
    return isAbsolute(file) ? file : resolve(folder, file)
  })
}

/** An address that names no file of this computer stays as it is: it is missing where it is opened, and the others open. */
function pathOf(address: string): string {
  try {
    return fileURLToPath(address)
  } catch {
    return address
  }
}
