import fc from 'fast-check'
import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ModelFile } from '../contract/schemas.ts'
import type { DatasetSummary } from '../contract/views.ts'
import { openBench, settingsOf, type Bench } from './fixtures/bench.ts'
import { HEADERS, NOTES, oddFile, type Writing } from './fixtures/odd-files.ts'

let bench: Bench
beforeAll(async () => {
  bench = await openBench(2)
})
afterAll(() => bench.close())

let files = 0
const RUNS = Number(process.env['BASIN_ODD_FILES'] ?? 40)

const writing: fc.Arbitrary<Writing> = fc.record({
  delimiter: fc.constantFrom(',', ';', '\t', '|', ' '),
  decimal: fc.constantFrom('.', ','),
  thousands: fc.constantFrom('', '', '.', ',', ' ', "'"),
  newline: fc.constantFrom('\n', '\r\n', '\r'),
  encoding: fc.constantFrom('utf-8', 'utf-8-bom', 'utf-16le', 'utf-16be', 'windows-1252'),
  header: fc.constantFrom(null, ...HEADERS),
  quoted: fc.boolean(),
  comments: fc.boolean(),
  blanks: fc.boolean(),
  preamble: fc.boolean(),
  finalNewline: fc.boolean(),
  packed: fc.boolean(),
})

const value = fc.oneof(
  { weight: 12, arbitrary: fc.integer({ min: -5_000_000, max: 5_000_000 }).map((n) => n / 1000) },
  { weight: 1, arbitrary: fc.constant(NaN) },
)
const rows = fc.array(fc.tuple(value, value, fc.constantFrom(...NOTES)), { minLength: 25, maxLength: 40 })

/**
 * Fits, exports, opens the export, scores it by the saved model into a third file, and opens that: its rows hold what was exported
 * and, further right, what scoring made of the export.
 */
async function throughFiles(opened: DatasetSummary, settings: Parameters<typeof settingsOf>[0]) {
  const { engine } = bench
  const name = `trip-${files++}`
  const { dataset } = opened
  const { fit, solutions } = await engine.fit({ dataset, settings: settingsOf(settings) })
  const best = solutions[0]
  if (best === undefined) return null
  const restart = best.restarts[0]
  const [model, exported, scored] = ['model.json', 'exported.csv', 'scored.csv'].map((file) =>
    bench.target(`${name}-${file}`),
  )
  await engine.exportModel({ fit, restart, target: model.target })
  const written = await engine.exportLabels({ fit, restart, target: exported.target, posteriors: true })
  const again = await openPath(exported.path)
  await engine.score({
    dataset: again.dataset,
    model: JSON.parse(await readFile(model.path, 'utf8')) as ModelFile,
    target: scored.target,
    posteriors: true,
  })
  const last = await openPath(scored.path)
  const { cells } = await engine.rows({ dataset: last.dataset, from: 0, count: last.rows })
  const width = written.added.length
  const from = opened.columns.length
  for (const { dataset: id } of [opened, again, last]) await engine.close({ dataset: id })
  return {
    exported: await readFile(exported.path),
    rows: [again.rows, last.rows],
    labels: cells.map((row) => row.slice(from, from + width)),
    scored: cells.map((row) => row.slice(from + width)),
  }
}

const openPath = (path: string) =>
  bench.engine.open({ source: { grant: bench.grants.addFile(path).grant }, dialect: {} })

describe('scoring an export gives back its labels', () => {
  it.each(['old-faithful', 'iris', 'crabs', 'student-scores', 'vowels'])('of the sample %s', async (id) => {
    const opened = await bench.openSample(id)
    const columns = opened.columns.filter(({ use }) => use).map(({ index }) => index)
    const trip = await throughFiles(opened, { columns, components: { from: 3, to: 3 }, restarts: 2 })
    expect(trip?.rows).toEqual([opened.rows, opened.rows])
    expect(trip?.scored).toEqual(trip?.labels)
    expect(new Set(trip?.labels.map(([cluster]) => cluster)).size).toBe(3)
  })

  it(`of odd files, ${RUNS} of them`, { timeout: 20_000 + 2_000 * RUNS }, async () => {
    let fitted = 0
    await fc.assert(
      fc.asyncProperty(writing, rows, async (way, table) => {
        const { bytes, text, newline, decode } = oddFile(way, table)
        const opened = await bench.openText(`odd-${files++}.csv`, bytes).catch(() => null)
        const columns = opened?.columns.filter(({ use }) => use).map(({ index }) => index) ?? []
        if (opened === null || columns.length === 0) return
        const settings = { columns, restarts: 1, maxIterations: 20 }
        const trip = await throughFiles(opened, settings)
        if (trip === null) return
        fitted++
        expect(trip.rows).toEqual([opened.rows, opened.rows])
        expect(trip.scored).toEqual(trip.labels)
        const before = text.split(newline)
        const after = decode(trip.exported).split(newline)
        expect(after.map((line, i) => line.slice(0, before[i]?.length))).toEqual(before)
      }),
      { numRuns: RUNS },
    )
    expect(fitted).toBeGreaterThan(RUNS / 2)
  })
})
