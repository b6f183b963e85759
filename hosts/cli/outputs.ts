import { constants } from 'node:fs'
import { access, realpath, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { UsageError } from './usage-error.ts'

type Paths = readonly (string | null)[]

/** Refuses before the work what could not be written after it, or would replace one of the `inputs`. */
export async function checkOutputs(outputs: Paths, inputs: Paths): Promise<void> {
  const read = new Set(await Promise.all(given(inputs).map(identity)))
  const taken = new Set<string>()
  for (const path of given(outputs)) {
    const file = await identity(path)
    if (read.has(file)) throw new UsageError(`${path} is the file that is read. Write under another name.`)
    if (taken.has(file)) throw new UsageError(`Two outputs would go to the same file: ${path}`)
    taken.add(file)
    await checkWritable(path)
  }
}

async function checkWritable(path: string): Promise<void> {
  const there = await stat(path).catch(() => null)
  if (there?.isDirectory() === true) throw new UsageError(`${path} is a folder. Name a file in it.`)
  const folder = dirname(path)
  await access(folder, constants.W_OK).catch(() => {
    throw new UsageError(
      `Nothing can be written to ${folder}: it does not exist, or writing there is not allowed.`,
    )
  })
}

/** The same for all names of one file, whether it is there yet or not. */
async function identity(path: string): Promise<string> {
  const there = await stat(path, { bigint: true }).catch(() => null)
  if (there?.isFile() === true) return `${there.dev}:${there.ino}`
  const folder = await realpath(dirname(path)).catch(() => dirname(path))
  return join(folder, basename(path))
}

const given = (paths: Paths) => paths.filter((path) => path !== null).map((path) => resolve(path))
