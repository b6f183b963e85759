import { readdir, readFile, rm, stat } from 'node:fs/promises'
import { uptime } from 'node:os'
import { join } from 'node:path'
import * as v from 'valibot'
import type { RecoverableView } from '../../contract/session-views.ts'
import { EngineError } from '../../contract/errors.ts'
import { phrase } from '../../contract/words/say.ts'
import { isAlive as isProcess } from '../alive.ts'
import { makeFolder, writeTarget } from '../export/target.ts'

/** Work of windows that are no more, kept for them to come back to. */
const MOST = 10

const About = v.object({
  file: v.string(),
  saved: v.string(),
  rows: v.number(),
  restarts: v.number(),
  /** Absent from the first. */
  waiting: v.optional(v.number(), 0),
})
type About = v.InferOutput<typeof About>

interface Kept {
  id: string
  pid: number
}

/**
 * Sessions that windows save by themselves, each under its own id and that of the process that wrote it, so that no window ever takes
 * another's. Files are written whole or not at all.
 */
export interface Autosaves {
  write(id: string, text: string, about: About): Promise<void>
  /** Those of windows that are no more, and of `own`, newest first; older ones than the last ten are let go. */
  list(own: string | null): Promise<Omit<RecoverableView, 'grant'>[]>
  /** Where it lies; throws `unknown-id`. */
  path(id: string): Promise<string>
  drop(id: string): Promise<void>
}

const NONE: Autosaves = {
  write: () => Promise.resolve(),
  list: () => Promise.resolve([]),
  path: () => Promise.reject(gone()),
  drop: () => Promise.resolve(),
}

/** Without a folder nothing is kept. */
export function createAutosaves(
  folder: string | undefined,
  pid = process.pid,
  isAlive = isProcess,
  booted = new Date(Date.now() - uptime() * 1000),
): Autosaves {
  return folder === undefined ? NONE : autosavesIn(folder, pid, isAlive, booted)
}

function autosavesIn(
  folder: string,
  pid: number,
  isAlive: (pid: number) => boolean,
  booted: Date,
): Autosaves {
  const written = new Set<string>()
  /**
   * Whether the window that wrote it is still there. Numbers of processes are given again: to another after a restart of the machine,
   * and in a container the same one at every start.
   */
  const lives = (one: Kept & About) =>
    one.pid === pid ? written.has(one.id) : isAlive(one.pid) && one.saved >= booted.toISOString()
  const place = ({ id, pid: of }: Kept, ending: 'basin' | 'json') => join(folder, `${id}.${of}.${ending}`)
  let last: Promise<unknown> = Promise.resolve()

  async function kept(): Promise<Kept[]> {
    const names = await readdir(folder).catch(() => [])
    return names.flatMap((name) => {
      const [, id, of] = /^([0-9a-f-]{36})\.(\d+)\.json$/.exec(name) ?? []
      return id === undefined || of === undefined ? [] : [{ id, pid: Number(of) }]
    })
  }

  /** What a process that is no more left behind half written: temporary files, and one of the two without the other. */
  async function sweep(): Promise<void> {
    const names = await readdir(folder).catch(() => [])
    const whole = new Set(names)
    const stale = names.filter((name) => {
      const [, of, ending, part] = /^\.?[0-9a-f-]{36}\.(\d+)\.(basin|json)(\..+\.part)?$/.exec(name) ?? []
      if (of === undefined || isAlive(Number(of))) return false
      const other = ending === 'basin' ? 'json' : 'basin'
      return part !== undefined || !whole.has(name.replace(/(basin|json)$/, other))
    })
    await Promise.all(stale.map((name) => letGo(rm(join(folder, name), { force: true }))))
  }

  /** What cannot be taken away now, on a disk that is locked, keeps nobody from what is whole. */
  const letGo = (removing: Promise<void>) => removing.catch(() => undefined)

  async function remove(one: Kept): Promise<void> {
    await Promise.all([rm(place(one, 'json'), { force: true }), rm(place(one, 'basin'), { force: true })])
  }

  async function write(id: string, text: string, about: About): Promise<void> {
    await makeFolder(folder)
    const mine = { id, pid }
    written.add(id)
    await writeTarget(place(mine, 'basin'), (handle) => handle.writeFile(text))
    await writeTarget(place(mine, 'json'), (handle) => handle.writeFile(JSON.stringify(about)))
    const others = (await kept()).filter((one) => one.id === id && one.pid !== pid)
    await Promise.all(others.map(remove))
  }

  async function aboutOf(one: Kept): Promise<(Kept & About) | null> {
    try {
      const about = v.parse(About, JSON.parse(await readFile(place(one, 'json'), 'utf8')))
      await stat(place(one, 'basin'))
      return { ...one, ...about }
    } catch {
      return null
    }
  }

  return {
    write(id, text, about) {
      const mine = last.then(() => write(id, text, about))
      last = mine.catch(() => undefined)
      return mine
    },
    async list(own) {
      await last
      await sweep()
      const known = (await Promise.all((await kept()).map(aboutOf))).filter((one) => one !== null)
      const free = known.filter((one) => one.id === own || !lives(one))
      const newest = free.sort((a, b) => b.saved.localeCompare(a.saved))
      await Promise.all(newest.slice(MOST).map((one) => letGo(remove(one))))
      return newest
        .slice(0, MOST)
        .map(({ id, file, saved, rows, restarts, waiting }) => ({ id, file, saved, rows, restarts, waiting }))
    },
    async path(id) {
      const found = (await kept()).filter((one) => one.id === id).at(-1)
      if (found !== undefined) return place(found, 'basin')
      throw gone()
    },
    async drop(id) {
      await last
      await Promise.all((await kept()).filter((one) => one.id === id).map(remove))
    },
  }
}

const gone = () =>
  new EngineError('unknown-id', phrase('That work is not kept any more.'), phrase('Open the data again.'))
