import { randomUUID } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createAutosaves } from '../../engine/session/autosaves.ts'
import type { Part } from './part.ts'

const DAYS = 7
/** The page saves at most once in so many seconds. */
const EVERY_SECONDS = 1.5
/** Seconds in which something changes on the screen, of a day. */
const BUSY_SECONDS = 4 * 3600
/** Times a day that the program is started and ends, every other time without a word, in the midst of a save. */
const STARTS = 6
/** A disk in memory, which does not wait for every file to be on it. */
const MEMORY = '/dev/shm'
/** The size of a session of the crabs. */
const TEXT = 'x'.repeat(60_000)

export const autosaves: Part = {
  name: 'autosaves',
  title: 'A week of autosaves',
  about: `The writer of autosaves itself, called as often as a page calls it at most (once in ${EVERY_SECONDS} s) through ${BUSY_SECONDS / 3600} busy hours of each of ${DAYS} days, with ${STARTS} starts a day of which half end without a word in the midst of a save. Files must not grow in number or size.`,
  async run(say) {
    const folder = mkdtempSync(join(existsSync(MEMORY) ? MEMORY : tmpdir(), 'basin-week-'))
    const alive = new Set<number>()
    const rows: string[][] = []
    let writes = 0
    let pid = 1
    for (let day = 1; day <= DAYS; day++) {
      for (let start = 0; start < STARTS; start++) {
        alive.clear()
        alive.add(++pid)
        const kept = createAutosaves(folder, pid, (other) => alive.has(other))
        const offered = await kept.list(null)
        const window = offered[0]?.id ?? randomUUID()
        for (let second = 0; second < BUSY_SECONDS / STARTS; second += EVERY_SECONDS) {
          const saved = new Date(Date.UTC(2026, 0, day, 8 + start, 0, second)).toISOString()
          await kept.write(window, TEXT, { file: 'crabs.csv', saved, rows: 200, restarts: 40, waiting: 0 })
          writes++
        }
        if (start % 2 === 0) writeFileSync(join(folder, `.${window}.${pid}.basin.${randomUUID()}.part`), TEXT)
        if (start % 3 === 0) await kept.write(randomUUID(), TEXT, aboutOf(day))
      }
      const names = readdirSync(folder)
      const bytes = names.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0)
      rows.push([
        String(day),
        writes.toLocaleString('en'),
        String(names.length),
        String(Math.round(bytes / 1024)),
      ])
      say(rows[rows.length - 1].join(' '))
    }
    const last = readdirSync(folder).length
    rmSync(folder, { recursive: true })
    const failures = last > MOST_FILES ? [`${last} files were left after a week.`] : []
    return { tables: [{ head: ['Day', 'Saves so far', 'Files', 'KB'], rows }], failures }
  },
}

/** Two of each of the ten windows that are offered, of the one that is open, and what the last crash left half written. */
const MOST_FILES = 2 * 10 + 2 + 3

const aboutOf = (day: number) => ({
  file: 'iris.csv',
  saved: new Date(Date.UTC(2026, 0, day)).toISOString(),
  rows: 150,
  restarts: 40,
  waiting: 0,
})
