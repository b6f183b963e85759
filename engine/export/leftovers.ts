import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import * as v from 'valibot'
import { isAlive } from '../alive.ts'
import type { Grants } from '../grants.ts'
import { MACHINE, sweepParts } from './part-names.ts'

const Folders = v.array(v.string())

/** Knows into which folders this process writes, so that the next one can take away what this one leaves half-written. */
export interface Leftovers {
  /** The same grants; the folder of every target that is asked for is noted. */
  noting(grants: Grants): Grants
  /** Takes away what processes left that are no more. */
  sweep(): Promise<void>
  /** Nothing was left. */
  close(): void
}

/** Without a folder nothing is noted, and nothing known of others. */
export function createLeftovers(
  choicesFolder: string | undefined,
  pid = process.pid,
  alive = isAlive,
): Leftovers {
  if (choicesFolder === undefined)
    return { noting: (grants) => grants, sweep: () => Promise.resolve(), close: () => undefined }
  const folder = join(choicesFolder, 'writing')
  const own = join(folder, `${MACHINE}-${pid}.json`)
  const noted = new Set<string>()

  function note(path: string): void {
    const where = dirname(path)
    if (noted.has(where)) return
    noted.add(where)
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      writeFileSync(own, JSON.stringify([...noted]))
    } catch {
      // A file can be written where nothing can be noted: at worst half of it stays.
    }
  }

  return {
    noting: (grants) => ({
      ...grants,
      target(id) {
        const path = grants.target(id)
        note(path)
        return path
      },
    }),
    async sweep() {
      const places = [choicesFolder, join(choicesFolder, 'autosave')]
      for (const name of namesIn(folder)) {
        const [, of] = new RegExp(`^${MACHINE}-(\\d+)\\.json$`).exec(name) ?? []
        if (of === undefined || alive(Number(of))) continue
        places.push(...foldersIn(join(folder, name)))
        letGo(join(folder, name))
      }
      for (const place of new Set(places)) await sweepParts(place, alive)
    },
    close: () => letGo(own),
  }
}

/** Where the disk cannot be written to, the note stays, and is looked at again. */
function letGo(note: string): void {
  try {
    rmSync(note, { force: true })
  } catch {
    return
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/** None where it was being written when the process ended. */
function foldersIn(path: string): string[] {
  try {
    return v.parse(Folders, JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    return []
  }
}
