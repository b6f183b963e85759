// Opening a table of numbers, from its name to its profile, beside pandas and PapaParse: time and memory as ratios.
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { COLUMNS, writeRows, type Digits } from './import/rows.ts'
import { readBy, type Reading } from './import/reading.ts'
import { PYTHON } from './speed/field.ts'
import { installPeers } from './speed/install.ts'
import { digits as figure, median, table } from './speed/table.ts'

const { values: options } = parseArgs({
  options: {
    rows: { type: 'string', default: '1000000' },
    rounds: { type: 'string', default: '5' },
    large: { type: 'boolean', default: false },
  },
})
const LARGE_ROWS = 14_000_000
const rows = options.large ? LARGE_ROWS : Number(options.rows)
const rounds = options.large ? 1 : Number(options.rounds)
const MEGABYTE = 2 ** 20

const file = (name: string) => fileURLToPath(new URL(name, import.meta.url))
const basin = [process.execPath, file('./import/basin.ts')]
const pandas = [PYTHON, file('./peers/pandas_read.py')]
/** The first is what the others are compared with. */
const contestants = {
  Basin: basin,
  ...(!options.large && {
    'Basin, rows by PapaParse': basin,
    'PapaParse alone': [process.execPath, file('./import/papaparse.ts')],
    'pandas read_csv': pandas,
    'pandas, nearest doubles': [...pandas, '--exact'],
    'pandas and its profile': [...pandas, '--profile'],
  }),
}

if (!options.large) installPeers((text) => process.stderr.write(`${text}\n`), ['python3-pandas'])
const folder = mkdtempSync(join(tmpdir(), 'basin-import-'))
const write = (text: string) => void process.stdout.write(`${text}\n`)
write(`\`npx node bench/import.ts ${process.argv.slice(2).join(' ')}`.trim() + '`\n')
write(
  `${new Date().toISOString().slice(0, 10)}, ${cpus().length} × ${cpus()[0].model.trim()}, load ${loadavg()[0].toFixed(1)}\n`,
)
measure('short')
if (!options.large) measure('long')
rmSync(folder, { recursive: true })

function measure(kind: Digits): void {
  const path = join(folder, `${kind}.csv`)
  // A CR alone ends no row that can be scanned: PapaParse cuts them all.
  const slow = join(folder, `${kind}-cr.csv`)
  writeRows(path, rows, kind)
  if (!options.large) writeRows(slow, rows, kind, '\r')
  const readings = new Map<string, Reading[]>()
  for (let round = 0; round < rounds; round++) {
    for (const [name, words] of Object.entries(contestants)) {
      const reading = readBy(words, name.endsWith('by PapaParse') ? slow : path)
      readings.set(name, [...(readings.get(name) ?? []), reading])
    }
  }
  tell(kind, statSync(path).size, readings)
}

function tell(kind: Digits, bytes: number, readings: ReadonlyMap<string, Reading[]>): void {
  const parsed = rows * COLUMNS * Float64Array.BYTES_PER_ELEMENT
  const middle = (name: string, of: keyof Reading) =>
    median((readings.get(name) ?? []).map((reading) => reading[of] ?? 0))
  const lines = [...readings.keys()].map((name) => {
    const peak = middle(name, 'peak') * MEGABYTE
    return [
      name,
      figure(middle(name, 'wall')),
      figure(middle(name, 'wall') / middle('Basin', 'wall')),
      figure(middle(name, 'cpu')),
      figure(middle(name, 'cpu') / middle('Basin', 'cpu')),
      (peak / MEGABYTE).toFixed(0),
      figure(peak / parsed),
      figure((peak - middle(name, 'before') * MEGABYTE) / parsed),
    ]
  })
  const title = kind === 'short' ? 'two to five decimals' : '17 digits'
  write(
    `${rows} × ${COLUMNS}, ${title}: ${(bytes / MEGABYTE).toFixed(0)} MB; parsed columns ${(parsed / MEGABYTE).toFixed(0)} MB\n`,
  )
  write(
    table(
      ['', 'seconds', '÷ Basin', 'processor', '÷ Basin', 'peak MB', 'peak ÷ columns', 'taken ÷ columns'],
      lines,
    ),
  )
  const worst = (of: 'report' | 'blocked' | 'cancel') =>
    Math.max(...(readings.get('Basin') ?? []).map((reading) => reading[of] ?? 0)).toFixed(0)
  write(
    `Basin, the worst of ${rounds}: ${worst('report')} ms between reports, ${worst('blocked')} ms of the engine's own thread blocked, ${worst('cancel')} ms from cancel to answer.\n`,
  )
}
