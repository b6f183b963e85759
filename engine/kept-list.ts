import { readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import * as v from 'valibot'
import { makeFolder, writeTarget } from './export/target.ts'
import { inTurn } from './in-turn.ts'

/** A list in a file of the settings' folder that every process of Basin reads and changes. */
export interface KeptList<Entry> {
  /** As the file has it, with all that was changed here; none where it is not there or is not what Basin wrote. */
  read(): Promise<Entry[]>
  /** One change after another, in every process; rejects where it cannot be written. */
  change(to: (entries: Entry[]) => Entry[]): Promise<void>
}

/** The first `most` entries are kept, under the name of a format, version 1. */
export function createKeptList<Entry>(
  path: string,
  format: string,
  entry: v.GenericSchema<unknown, Entry>,
  most: number,
): KeptList<Entry> {
  const File = v.object({ format: v.literal(format), version: v.literal(1), files: v.array(entry) })
  let last: Promise<unknown> = Promise.resolve()

  async function readNow(): Promise<Entry[]> {
    try {
      return v.parse(File, JSON.parse(await readFile(path, 'utf8'))).files
    } catch {
      return []
    }
  }

  async function write(to: (entries: Entry[]) => Entry[]): Promise<void> {
    await makeFolder(dirname(path))
    await inTurn(path, async () => {
      const text = JSON.stringify({ format, version: 1, files: to(await readNow()).slice(0, most) })
      await writeTarget(path, (handle) => handle.writeFile(text))
    })
  }

  return {
    async read() {
      await last
      return await readNow()
    },
    change(to) {
      const mine = last.then(() => write(to))
      last = mine.catch(() => undefined)
      return mine
    },
  }
}
