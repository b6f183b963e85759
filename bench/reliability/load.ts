import { spawn } from 'node:child_process'
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { output, type Ended } from './output.ts'
import type { Part } from './part.ts'

const ROWS = 10_000_000
const FIT = ['--components', '6', '--restarts', '2', '--max-iterations', '10', '--refinements', '0']

export const load: Part = {
  name: 'load',
  title: 'Load in the engine',
  about: `${ROWS.toLocaleString('en')} × 4: read and fitted by the command line (6 components, full covariances, 2 restarts of at most 10 iterations), and refused where a limit is set below what it needs (\`BASIN_MEMORY_MB\`), before it begins and with what is missing. The peak is the most memory that the process held. The columns are 320 MB, and the rows packed for the fit as much again.`,
  async run(say) {
    const folder = mkdtempSync(join(tmpdir(), 'basin-load-'))
    const file = join(folder, 'rows.csv')
    const generator = spawn(process.execPath, ['samples/million-rows.ts', String(ROWS)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    await once(generator.stdout.pipe(createWriteStream(file)), 'finish')
    const cases = [
      { what: 'read, with 400 MB', words: ['inspect', file], limit: 400, status: 3 },
      { what: 'fit, with 1,000 MB', words: ['fit', file, ...FIT], limit: 1000, status: 2 },
      { what: 'read', words: ['inspect', file], limit: null, status: 0 },
      { what: 'fit', words: ['fit', file, ...FIT, '--quiet'], limit: null, status: 0 },
    ]
    const rows: string[][] = []
    const failures: string[] = []
    for (const { what, words, limit, status } of cases) {
      const ended = await output(
        ['hosts/main.ts', ...words],
        limit === null ? {} : { BASIN_MEMORY_MB: String(limit) },
      )
      rows.push([what, saidOf(ended), String(ended.peak), ended.seconds.toFixed(0)])
      say(rows[rows.length - 1].join(' · '))
      const refused = ended.errors.includes('missing')
      if (ended.status !== status || refused !== (limit !== null)) failures.push(`${what}: ${saidOf(ended)}`)
    }
    rmSync(folder, { recursive: true })
    return { tables: [{ head: ['What', 'Outcome', 'Peak, MB', 'Seconds'], rows }], failures }
  },
}

const saidOf = ({ status, errors }: Ended) =>
  status === 0 ? 'done' : `status ${status}: ${errors.trim().split('\n').slice(-2).join(' ')}`
