import { join } from 'node:path'
import * as v from 'valibot'
import { createKeptList } from '../kept-list.ts'

const NAME = 'places.json'
const MOST = 500

const Place = v.object({ sha256: v.string(), path: v.string() })

/** Where files lay whose sessions were saved: a session itself names no folder. */
export interface Places {
  find(sha256: string): Promise<string | null>
  keep(sha256: string, path: string): Promise<void>
}

/** The file is `basin.places`; nothing is known without a folder. */
export function createPlaces(folder: string | undefined): Places {
  if (folder === undefined) return { find: () => Promise.resolve(null), keep: () => Promise.resolve() }
  const kept = createKeptList(join(folder, NAME), 'basin.places', Place, MOST)
  let last: Promise<unknown> = Promise.resolve()
  let latest = ''

  return {
    async find(sha256) {
      return (await kept.read()).find((each) => each.sha256 === sha256)?.path ?? null
    },
    /** What cannot be kept is found by asking. */
    keep(sha256, path) {
      if (latest === sha256 + path) return last.then(() => undefined)
      latest = sha256 + path
      last = kept
        .change((places) => [{ sha256, path }, ...places.filter((each) => each.sha256 !== sha256)])
        .catch(() => (latest = ''))
      return last.then(() => undefined)
    },
  }
}
