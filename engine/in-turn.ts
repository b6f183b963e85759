import { readdir, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { isPartOfLiving, partName } from './export/part-names.ts'

/** A process that hangs keeps the others no longer than this, in ms: what it holds is a list of files, not results. */
const PATIENCE = 3_000
const LONGEST_PAUSE = 30

/**
 * Reads and writes a file while no other process of this machine does. Each that wants to puts a file of its own beside
 * it, and steps back for a moment where it sees that of another; one whose process is no more counts for nothing.
 */
export async function inTurn<T>(path: string, act: () => Promise<T>): Promise<T> {
  const folder = dirname(path)
  const prefix = `.${basename(path)}.turn.`
  const mine = partName(`${basename(path)}.turn`)
  const put = () => writeFile(join(folder, mine), '', { flag: 'wx' }).catch(nothing)
  const take = () => rm(join(folder, mine), { force: true }).catch(nothing)
  const isBusy = async () =>
    (await readdir(folder).catch(() => [])).some(
      (name) => name !== mine && name.startsWith(prefix) && isPartOfLiving(name),
    )

  const began = performance.now()
  await put()
  while ((await isBusy()) && performance.now() - began < PATIENCE) {
    await take()
    await pause(Math.random() * LONGEST_PAUSE)
    await put()
  }
  try {
    return await act()
  } finally {
    await take()
  }
}

/** Where nothing can be put, nothing can be written: the act says so itself. */
const nothing = () => undefined
