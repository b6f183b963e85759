import { randomUUID } from 'node:crypto'
import { stat } from 'node:fs/promises'
import { homedir } from 'node:os'
import { basename, dirname, join, sep } from 'node:path'
import * as v from 'valibot'
import { EngineError } from '../contract/errors.ts'
import { phrase } from '../contract/words/say.ts'
import type { RecentView } from '../contract/session-views.ts'
import { createKeptList } from './kept-list.ts'

const NAME = 'recent.json'
const MOST = 12

const Entry = v.object({ id: v.string(), path: v.string(), opened: v.string() })
type Entry = v.InferOutput<typeof Entry>

/** Files opened and sessions saved last, from one start of Basin to the next. Nobody outside gets a path. */
export interface Recents {
  note(path: string): Promise<void>
  list(): Promise<RecentView[]>
  /** Throws `unknown-id`, and `file-unreadable` where the file is not there any more. */
  path(id: string): Promise<string>
  /** One, or all where none is named. */
  forget(id?: string): Promise<void>
}

/** The list is `basin.recent`, the latest first; nothing is remembered without a folder. */
export function createRecents(folder: string | undefined, home = homedir(), now = () => new Date()): Recents {
  const kept = folder === undefined ? null : createKeptList(join(folder, NAME), 'basin.recent', Entry, MOST)
  const read = async () => (await kept?.read()) ?? []
  /** What cannot be kept is opened as any other file is. */
  const change = async (to: (entries: Entry[]) => Entry[]) => await kept?.change(to).catch(() => undefined)

  return {
    note: (path) =>
      change((entries) => {
        const known = entries.find((entry) => entry.path === path)
        const entry = { id: known?.id ?? randomUUID(), path, opened: now().toISOString() }
        return [entry, ...entries.filter((each) => each.path !== path)]
      }),
    async list() {
      return await Promise.all(
        (await read()).map(async ({ id, path, opened }) => ({
          id,
          name: basename(path),
          folder: shortFolder(dirname(path), home, sep),
          opened,
          there: await isFile(path),
        })),
      )
    },
    async path(id) {
      const found = (await read()).find((entry) => entry.id === id)
      if (found === undefined)
        throw new EngineError(
          'unknown-id',
          phrase('That file is not on the list any more.'),
          phrase('Open it as any other file.'),
        )
      if (await isFile(found.path)) return found.path
      throw new EngineError(
        'file-unreadable',
        phrase('“{basename}” is not in its folder any more.', { basename: basename(found.path) }),
        phrase('Look where it was moved to and open it there, or remove it from the list.'),
      )
    },
    forget: (id) => change((entries) => (id === undefined ? [] : entries.filter((entry) => entry.id !== id))),
  }
}

/** The last two folders of a path, from the person's own where it lies there: enough to tell two files of a name apart. */
export function shortFolder(folder: string, home: string, separator: string): string {
  const inside = folder === home || folder.startsWith(home + separator)
  const parts = (inside ? folder.slice(home.length) : folder).split(separator).filter((part) => part !== '')
  const shown = parts.slice(-2)
  if (parts.length > 2) return ['…', ...shown].join(separator)
  return [inside ? '~' : '', ...shown].join(separator) || separator
}

async function isFile(path: string): Promise<boolean> {
  const there = await stat(path).catch(() => null)
  return there?.isFile() === true
}
