import { spawn } from 'node:child_process'
import { createWriteStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadSession } from './load-session.ts'
import { output, type Ended } from './output.ts'
import { overlappingText } from './overlapping-text.ts'
import type { Part } from './part.ts'

const ROWS = 10_000_000
const FIT = ['--components', '6', '--restarts', '2', '--max-iterations', '10', '--refinements', '0']
/** What is stated is stated as “about”. */
const ABOUT = 1.05

interface Case {
  what: string
  words: string[]
  /** Megabytes it may have; null for what there is. */
  limit: number | null
  status: number
}

export const load: Part = {
  name: 'load',
  title: 'Load in the engine',
  about: `${ROWS.toLocaleString('en')} × 4: read and fitted by the command line (6 components, full covariances, 2 restarts of at most 10 iterations), and refused where a limit is set below what it needs (\`BASIN_MEMORY_MB\`), before it begins and with what is missing. What a refusal states is what reading or fitting takes beside what the process has already; the peak is the most memory that the process held, and may be no more than what was stated and what a process has that read nothing, by 5 %. Then 10,000 restarts, 200 columns and 50 components, each fitted to its end.`,
  async run(say) {
    const folder = mkdtempSync(join(tmpdir(), 'basin-load-'))
    const file = join(folder, 'rows.csv')
    await writeRows(file)
    const failures: string[] = []
    const rows: string[][] = []
    const ended = async ({ what, words, limit, status }: Case): Promise<Ended & { stated: number }> => {
      const environment = limit === null ? {} : { BASIN_MEMORY_MB: String(limit) }
      const end = await output(['hosts/main.ts', ...words], environment)
      rows.push([what, saidOf(end), String(end.peak), end.seconds.toFixed(0)])
      say(rows[rows.length - 1].join(' · '))
      if (end.status !== status || end.errors.includes('missing') !== (limit !== null))
        failures.push(`${what}: ${saidOf(end)}`)
      return { ...end, stated: Number(/about (\d+) MB/.exec(end.errors)?.[1] ?? 0) }
    }
    const holds = (what: string, peak: number, stated: number) => {
      if (peak > stated * ABOUT) failures.push(`${what}: it held ${peak} MB, and ${stated} were stated`)
    }
    const refused = { limit: 400, status: 3 }
    const unread = await ended({ what: 'read, with 400 MB', words: ['inspect', file], ...refused })
    const unfitted = await ended({
      what: 'fit, with 1,000 MB',
      words: ['fit', file, ...FIT],
      limit: 1000,
      status: 2,
    })
    const free = { limit: null, status: 0 }
    const read = await ended({ what: 'read', words: ['inspect', file], ...free })
    holds('read', read.peak, unread.peak + unread.stated)
    const fit = await ended({ what: 'fit', words: ['fit', file, ...FIT, '--quiet'], ...free })
    holds('fit', fit.peak, unread.peak + unread.stated + unfitted.stated)
    rmSync(file)
    for (const { what, words } of fitsOf(folder)) await ended({ what, words: [...words, '--quiet'], ...free })
    rmSync(folder, { recursive: true })
    return {
      tables: [{ head: ['What', 'Outcome', 'Peak, MB', 'Seconds'], rows }, await loadSession(failures)],
      failures,
    }
  },
}

async function writeRows(file: string): Promise<void> {
  const generator = spawn(process.execPath, ['samples/million-rows.ts', String(ROWS)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(generator.stdout.pipe(createWriteStream(file)), 'finish')
}

function fitsOf(folder: string): { what: string; words: string[] }[] {
  const [wide, many] = ['wide.csv', 'many.csv'].map((name) => join(folder, name))
  writeFileSync(wide, overlappingText(2_000, 200))
  writeFileSync(many, overlappingText(20_000, 4))
  const few = ['--max-iterations', '100', '--refinements', '0']
  const fit = (file: string, components: number, restarts: number) => [
    'fit',
    file,
    '--components',
    String(components),
    '--restarts',
    String(restarts),
    ...few,
  ]
  return [
    { what: '10,000 restarts of 150 × 4', words: fit('samples/iris.csv', 3, 10_000) },
    { what: '200 columns, 2,000 rows', words: fit(wide, 3, 10) },
    { what: '50 components, 20,000 × 4', words: fit(many, 50, 4) },
  ]
}

const saidOf = ({ status, errors }: Ended) =>
  status === 0 ? 'done' : `status ${status}: ${errors.trim().split('\n').slice(-2).join(' ')}`
