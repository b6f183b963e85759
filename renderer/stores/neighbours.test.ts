import { effectScope, shallowRef, type EffectScope } from 'vue'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Engine } from '../../contract/engine.ts'
import { useDatasetStore } from './dataset.ts'
import { datasetSummary, fitSummary, restartView, startFakeEngine } from './fake-engine.ts'
import { useFitStore } from './fit.ts'
import { isQuick, useNeighbours } from './neighbours.ts'

const labels = vi.fn<Engine['labels']>()
const shown = shallowRef<string | null>(null)
let waiting: (() => void)[] = []
let scope: EffectScope

/** One idle moment. */
const rest = () => waiting.splice(0).forEach((work) => work())
const asked = () => labels.mock.calls.map(([{ restart }]) => restart)

beforeEach(async () => {
  waiting = []
  let ids = 0
  const byId = new Map<number, () => void>()
  vi.stubGlobal('requestIdleCallback', (work: () => void) => {
    const id = ++ids
    byId.set(id, work)
    waiting.push(() => byId.get(id)?.())
    return id
  })
  vi.stubGlobal('cancelIdleCallback', (id: number) => byId.delete(id))
  shown.value = null
  labels.mockReset().mockResolvedValue({ labels: new Uint8Array(2), uncertainty: null, logDensity: null })
  await startFakeEngine({
    open: () => Promise.resolve(datasetSummary()),
    fit: () => Promise.resolve(summary),
    labels,
  })
  await useDatasetStore().open({ id: { grant: 'g' }, name: 'data.csv' })
  await useFitStore().run(summary.settings)
  scope = effectScope()
  scope.run(() => useNeighbours(() => shown.value))
})
afterEach(() => {
  scope.stop()
  vi.unstubAllGlobals()
})

const restarts = [0, 1, 2, 3].map((index) => restartView(index, { logLikelihood: -100 - index }))
const summary = fitSummary({ restarts })

it('the restarts below and above the one shown are asked for in idle moments, one after the other', async () => {
  shown.value = 'VVV-2-1'
  await vi.waitFor(() => expect(waiting).toHaveLength(1))
  expect(asked()).toEqual([])
  rest()
  await vi.waitFor(() => expect(waiting).toHaveLength(1))
  expect(asked()).toEqual(['VVV-2-2'])
  rest()
  await vi.waitFor(() => expect(asked()).toEqual(['VVV-2-2', 'VVV-2-0']))
})

it('what is not asked for yet is dropped when another is shown', async () => {
  shown.value = 'VVV-2-1'
  await vi.waitFor(() => expect(waiting).toHaveLength(1))
  shown.value = 'VVV-2-3'
  await vi.waitFor(() => expect(waiting).toHaveLength(2))
  rest()
  await vi.waitFor(() => expect(asked()).toEqual(['VVV-2-2']))
})

it('nothing is asked for that takes long', () => {
  expect(isQuick(1_000_000, 6, 4)).toBe(true)
  expect(isQuick(1_000_000, 6, 100)).toBe(false)
  expect(isQuick(2_000_000, 1, 1)).toBe(false)
})
