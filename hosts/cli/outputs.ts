import { constants } from 'node:fs'
import { access, stat } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { UsageError } from './usage-error.ts'

/** Refuses before the work what could not be written after it. `source` is the file that is read. */
export async function checkOutputs(paths: (string | null)[], source: string): Promise<void> {
  const wanted = paths.filter((path) => path !== null).map((path) => resolve(path))
  for (const [i, path] of wanted.entries()) {
    if (wanted.indexOf(path) !== i) throw new UsageError(`Two outputs would go to the same file: ${path}`)
    if (path === resolve(source))
      throw new UsageError(`${path} is the file that is read. Write under another name.`)
    const there = await stat(path).catch(() => null)
    if (there?.isDirectory() === true) throw new UsageError(`${path} is a folder. Name a file in it.`)
    const folder = dirname(path)
    await access(folder, constants.W_OK).catch(() => {
      throw new UsageError(
        `Nothing can be written to ${folder}: it does not exist, or writing there is not allowed.`,
      )
    })
  }
}
