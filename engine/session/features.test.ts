import { afterAll, beforeAll, expect, test } from 'vitest'
import type { FitSettings } from '../../contract/schemas.ts'
import type { FitSummary } from '../../contract/views.ts'
import { openBench, settingsOf, type Bench } from '../fixtures/bench.ts'

let bench: Bench
let other: Bench
beforeAll(async () => {
  bench = await openBench()
  other = await openBench()
})
afterAll(async () => {
  await bench.close()
  await other.close()
})

/** Two groups, a few strays, a column of weights, gaps in the second column where asked. */
function rows(gaps: boolean): string {
  const lines = Array.from({ length: 90 }, (_, i) => {
    const group = i % 3 === 0 ? 0 : 6
    const x = group + ((i * 37) % 11) / 5 + 1
    const y = group + ((i * 53) % 13) / 6 + 1 + (i % 29 === 0 ? 20 : 0)
    return `${x},${gaps && i % 7 === 0 ? '' : y},${i % 4}`
  })
  return `x,y,w\n${lines.join('\n')}\n`
}

const FEATURES: [string, Partial<FitSettings>, boolean][] = [
  ['noise', { noise: true }, false],
  ['frequencies', { weights: { column: 2, kind: 'frequency' } }, false],
  ['importance beside noise', { weights: { column: 2, kind: 'importance' }, noise: true }, false],
  ['rows with gaps', { missing: 'em', covariances: ['VVV', 'VVI'] }, true],
  ['a race, beside noise', { strategy: 'race', noise: true, restarts: 20 }, false],
  ['logarithms', { columns: [3, 1] }, false],
  ['weights that are themselves computed', { weights: { column: 3, kind: 'importance' } }, false],
  [
    'models that begin from simpler ones',
    { covariances: ['EII', 'VVV'], components: { from: 1, to: 4 } },
    false,
  ],
  ['components that collapse', { components: { from: 6, to: 8 }, maxIterations: 300 }, false],
]

const bare = (summary: FitSummary) => ({ ...summary, fit: '', dataset: '' })
const unnamed = (view: { fit: string }) => ({ ...view, fit: '' })

test.each(FEATURES)('a session brings back a fit with %s', async (name, changes, gaps) => {
  const { dataset } = await bench.openText(`${name.replaceAll(' ', '-')}.csv`, rows(gaps))
  await bench.engine.derive({ dataset, column: 0, transform: 'log' })
  const settings = settingsOf({ restarts: 6, refinements: 4, ...changes })
  const summary = await bench.engine.fit({ dataset, settings })
  await bench.engine.underive({ dataset, column: 3 })
  const { target, path } = bench.target('work.basin')
  await bench.engine.saveSession({ dataset, fits: [summary.fit], view: {}, target })

  const opened = await other.engine.openSession({ grant: other.grants.addFile(path).grant })
  const [{ summary: again }] = opened.fits
  expect(bare(again)).toEqual(bare(summary))
  expect(opened.dataset.columns[3].derived).toMatchObject({ of: 0, removed: true })
  const best = summary.solutions[0].restarts[0]
  for (const restart of summary.restarts) {
    const asked = { restart: restart.id, limit: 100 }
    if (restart.logLikelihood === null) continue
    expect(await other.engine.labels({ ...asked, fit: again.fit })).toEqual(
      await bench.engine.labels({ ...asked, fit: summary.fit }),
    )
    expect(unnamed(await other.engine.diagnose({ restart: restart.id, fit: again.fit }))).toEqual(
      unnamed(await bench.engine.diagnose({ restart: restart.id, fit: summary.fit })),
    )
  }
  expect((await other.engine.replay({ fit: again.fit, restart: best })).logLikelihoods).toEqual(
    (await bench.engine.replay({ fit: summary.fit, restart: best })).logLikelihoods,
  )
})
