import { beforeEach, expect, it } from 'vitest'
import { pack, unpack } from '../../contract/packing.ts'
import type { RatioTestView, StabilityView } from '../../contract/resampling-views.ts'
import { fitSummary, restartView, startFakeEngine } from './fake-engine.ts'
import { useFitStore } from './fit.ts'
import { useRatioTestStore } from './ratio-test.ts'
import { useSelectionStore } from './selection.ts'
import { useSessionPartsStore } from './session-parts.ts'
import { useStabilityStore } from './stability.ts'

const replicates = {
  fit: 'f1',
  ...{ asked: 3, done: 3, without: 1, restarts: 2, refinements: 0 },
  ...{ seconds: 0.5, secondsLeft: null, stopped: false },
}
const spread = { low: 0.5, high: 1, mean: 0.75, median: 0.75 }
const list = () => Float64Array.of(0.5, 1)
const cluster = () => ({ ...spread, jaccard: list(), grade: 'valid' as const, dissolved: 1 })
const stability = (): StabilityView => ({
  ...replicates,
  ...{ restart: 'VVV-2-0', scheme: 'subsample', models: 'all', intervals: null },
  clusters: [cluster(), cluster()],
  agreement: { ...spread, values: list() },
  chosen: [{ components: 2, covariance: 'VVV', replicates: 3 }],
})
const ratioTest = (): RatioTestView => ({
  ...replicates,
  ...{ covariance: 'VVV', components: 2, fewer: -100, more: -99, statistic: 2, fitted: false },
  ...{ statistics: Float64Array.of(1, 3), exceedances: 1, p: 2 / 3, early: false },
})

/** A page with a fit on it, and both stores. */
async function page(fit = fitSummary()) {
  await startFakeEngine({
    stability: () => Promise.resolve(stability()),
    ratioTest: () => Promise.resolve(ratioTest()),
  })
  const stores = { parts: useSessionPartsStore(), stability: useStabilityStore(), test: useRatioTestStore() }
  useFitStore().restore(fit, [])
  return { ...stores, selection: useSelectionStore() }
}

/** What the parts of the page are after they have been in a file. */
function stored(): Record<string, unknown> {
  const bytes: Uint8Array[] = []
  const packed = pack(useSessionPartsStore().state(), (each) => bytes.push(each.slice()) * 8 - 8)
  const text = JSON.stringify(packed)
  const load = (at: number) => ({ buffer: bytes[at / 8].buffer, offset: 0 })
  return unpack(JSON.parse(text), load) as Record<string, unknown>
}

let kept: Record<string, unknown>
beforeEach(async () => {
  const { stability: asked, test } = await page()
  Object.assign(asked, { scheme: 'subsample', replicates: '3' })
  test.samples = '19'
  await asked.run()
  await test.run()
  kept = stored()
})

it('stability and tests come back with a session, whose fit has another id', async () => {
  const { parts, stability: again, test } = await page(fitSummary({ fit: 'f9' }))
  expect([again.view, test.view]).toEqual([null, null])
  expect(parts.restore(kept)).toEqual([])
  expect([again.view, test.view]).toEqual([stability(), ratioTest()])
  expect([again.scheme, again.replicates, test.samples]).toEqual(['subsample', '3', '19'])
  expect(stored()).toEqual(kept)
})

it('what was found of a restart that is another by now, or of a fit that was extended since, is not kept', async () => {
  const fit = fitSummary({
    restarts: [restartView(0, { logLikelihood: -99 }), restartView(1), restartView(2)],
    extensions: [{ kind: 'manual', stopped: false, restart: 'VVV-2-1' }],
  })
  useFitStore().restore(fit, [])
  expect(stored()).toMatchObject({ stability: { found: [] }, 'ratio test': { found: [] } })
})

it('while replicates are made nothing of them is kept, and the end of them is', async () => {
  await startFakeEngine({
    stability: (_, { onProgress, signal } = {}) => {
      onProgress?.({ ...stability(), secondsLeft: 9 })
      return new Promise((resolve) => signal?.addEventListener('abort', () => resolve(stability())))
    },
  })
  const asked = useStabilityStore()
  useFitStore().restore(fitSummary(), [])
  const done = asked.run()
  await expect.poll(() => asked.view?.secondsLeft).toBe(9)
  expect(stored()).toMatchObject({ stability: { found: [] } })
  asked.stop()
  await done
  expect(stored()).toMatchObject({ stability: { found: [stability()] } })
})

it('views whose lists do not fit their counts, or the restart, are refused', async () => {
  const { parts, stability: again } = await page()
  const found = (of: unknown) => ({ stability: { ...(kept['stability'] as object), found: of } })
  const refused = [
    [{ ...stability(), done: 2 }],
    [{ ...stability(), done: 4 }],
    [{ ...stability(), clusters: [{ ...cluster(), jaccard: Float64Array.of(0.5, NaN) }] }],
    [{ ...stability(), clusters: [{ ...cluster(), jaccard: [0.5, 1] }] }],
    Array.from({ length: 21 }, stability),
  ]
  for (const each of refused) expect(parts.restore(found(each))).toEqual(['stability'])
  expect(parts.restore(found([{ ...stability(), clusters: [cluster()] }]))).toEqual([])
  expect(again.view).toBeNull()
})

it('a session without them still opens, and brings none', async () => {
  const { parts, stability: again } = await page()
  expect(parts.restore({ models: 'stability' })).toEqual([])
  expect(again.view).toBeNull()
})
