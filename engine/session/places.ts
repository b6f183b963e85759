import { mkdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import * as v from 'valibot'
import { writeTarget } from '../export/target.ts'

const NAME = 'places.json'
const MOST = 500

const Places = v.object({
  format: v.literal('basin.places'),
  version: v.literal(1),
  files: v.array(v.object({ sha256: v.string(), path: v.string() })),
})

/** Where files lay whose sessions were saved: a session itself names no folder. */
export interface Places {
  find(sha256: string): Promise<string | null>
  keep(sha256: string, path: string): Promise<void>
}

/** Knows nothing without a folder. */
export function createPlaces(folder: string | undefined): Places {
  if (folder === undefined) return { find: () => Promise.resolve(null), keep: () => Promise.resolve() }
  const place = join(folder, NAME)
  let last: Promise<unknown> = Promise.resolve()
  let latest = ''

  async function write(sha256: string, path: string): Promise<void> {
    const others = (await readPlaces(place)).filter((each) => each.sha256 !== sha256)
    const files = [{ sha256, path }, ...others].slice(0, MOST)
    await mkdir(dirname(place), { recursive: true, mode: 0o700 })
    const text = JSON.stringify({ format: 'basin.places', version: 1, files })
    await writeTarget(place, (handle) => handle.writeFile(text))
  }

  return {
    async find(sha256) {
      await last
      return (await readPlaces(place)).find((each) => each.sha256 === sha256)?.path ?? null
    },
    /** What cannot be kept is found by asking. */
    keep(sha256, path) {
      if (latest === sha256 + path) return last.then(() => undefined)
      latest = sha256 + path
      last = last.then(() => write(sha256, path)).catch(() => (latest = ''))
      return last.then(() => undefined)
    },
  }
}

/** None where the file is not there or is not what Basin wrote: the next place replaces it. */
async function readPlaces(place: string) {
  try {
    return v.parse(Places, JSON.parse(await readFile(place, 'utf8'))).files
  } catch {
    return []
  }
}
