import { effectScope, type EffectScope } from 'vue'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { CallOptions, Engine } from '../../contract/engine.ts'
import { EngineError } from '../../contract/errors.ts'
import type { FitProgress, FitSummary, ModelView, PointsView, RestartView } from '../../contract/views.ts'
import { useClusterViewStore } from './cluster-view.ts'
import { useClusters, type Clusters } from './clusters.ts'
import { useDatasetStore } from './dataset.ts'
import { datasetSummary, fitSummary, restartView, startFakeEngine } from './fake-engine.ts'
import { useDoubtStore } from './doubt.ts'
import { useFitStore } from './fit.ts'
import { useSelectionStore } from './selection.ts'

const points: PointsView = {
  x: Float32Array.of(0, 1),
  y: Float32Array.of(0, 1),
  centre: { x: 0, y: 0 },
  rows: Uint32Array.of(0, 1),
  usable: 2,
  axisNames: { x: 'x', y: 'y' },
  projection: { basis: Float64Array.of(1, 0, 0, 1), origin: Float64Array.of(0, 0) },
}
const modelOf = (fit: string, restart: string): ModelView => ({
  fit,
  restart,
  columns: ['x', 'y'],
  weights: Float64Array.of(1),
  means: Float64Array.of(0, 0),
  covariances: Float64Array.of(1, 0, 0, 1),
  sizes: [2],
})
const labels = {
  labels: Uint8Array.of(0, 0),
  uncertainty: Float32Array.of(0, 0),
  logDensity: new Float32Array(2),
}

let options: CallOptions<'fit'> = {}
let end: (summary: FitSummary) => void = () => undefined
const asked = { points: vi.fn<Engine['points']>(), labels: vi.fn<Engine['labels']>() }
let scope: EffectScope

function progress(restarts: RestartView[], leader: string | null): void {
  const changes = restarts.map((restart) => ({ restart, traceFrom: 0, trace: Float64Array.of(-120) }))
  const event: FitProgress = {
    kind: 'fit',
    stage: 'restarts',
    tried: 0,
    toTry: 0,
    fit: 'f7',
    done: 0,
    total: 3,
    seconds: 0.1,
    secondsLeft: null,
    leader,
    changes,
    solutions: null,
    unseen: null,
  }
  options.onProgress?.(event)
}
const underway = (index: number) => restartView(index, { state: 'running', solution: null })
const over = (index: number) => restartView(index, { solution: null })

async function begin(): Promise<Clusters> {
  const fit = useFitStore()
  const selection = useSelectionStore()
  const clusters = scope.run(() => useClusters(() => selection.withModel?.id ?? null))
  if (clusters === undefined) throw new Error('the scope has ended')
  void fit.run(fitSummary().settings)
  await vi.waitFor(() => expect(options.onProgress).toBeDefined())
  progress([underway(0), underway(1), restartView(2, { state: 'waiting', logLikelihood: null })], null)
  await vi.waitFor(() => expect(fit.restarts).toHaveLength(3))
  return clusters
}

beforeEach(async () => {
  options = {}
  scope = effectScope()
  asked.points.mockReset().mockResolvedValue(points)
  asked.labels.mockReset().mockResolvedValue(labels)
  await startFakeEngine({
    open: () => Promise.resolve(datasetSummary()),
    fit: (_, given = {}) => {
      options = given
      return new Promise((resolve) => {
        end = resolve
      })
    },
    ...asked,
    model: ({ fit, restart }) =>
      restart === 'VVV-2-2'
        ? Promise.reject(new EngineError('no-usable-model', 'It has no model.', 'Choose another.'))
        : Promise.resolve(modelOf(fit, restart)),
  })
  await useDatasetStore().open({ id: { grant: 'g' }, name: 'data.csv' })
})
afterEach(() => scope.stop())

describe('the clusters of a fit that still runs', () => {
  it('has points but no clusters until a restart has ended', async () => {
    const clusters = await begin()
    await vi.waitFor(() => expect(clusters.points.value).not.toBeNull())
    expect(asked.points).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ dataset: 'd1', columns: [0, 1], axes: { x: 0, y: 1 } }),
      expect.anything(),
    )
    expect(asked.labels).not.toHaveBeenCalled()
    expect(clusters.clustering.value).toBeNull()
  })

  it('are those of the restart that leads, then of the one chosen, by the id of the running fit', async () => {
    const clusters = await begin()
    progress([over(1)], 'VVV-2-1')
    await vi.waitFor(() => expect(clusters.clustering.value?.restart).toBe('VVV-2-1'))
    expect(clusters.clustering.value?.model.fit).toBe('f7')
    progress([over(0)], 'VVV-2-1')
    useSelectionStore().choose('VVV-2-0')
    await vi.waitFor(() => expect(clusters.clustering.value?.restart).toBe('VVV-2-0'))
  })

  it('are none where the one chosen still runs, and come when it ends', async () => {
    const clusters = await begin()
    progress([over(1)], 'VVV-2-1')
    await vi.waitFor(() => expect(clusters.clustering.value).not.toBeNull())
    useSelectionStore().choose('VVV-2-0')
    expect(clusters.clustering.value).toBeNull()
    expect(clusters.refusal.value).toBeNull()
    progress([over(0)], 'VVV-2-1')
    await vi.waitFor(() => expect(clusters.clustering.value?.restart).toBe('VVV-2-0'))
  })

  it('are not asked for again when the fit ends', async () => {
    const clusters = await begin()
    progress([over(0), over(1)], 'VVV-2-0')
    await vi.waitFor(() => expect(clusters.clustering.value?.restart).toBe('VVV-2-0'))
    const before = clusters.clustering.value
    end(fitSummary({ fit: 'f7' }))
    await vi.waitFor(() => expect(useFitStore().summary).not.toBeNull())
    expect(clusters.clustering.value).toBe(before)
    expect(asked.labels).toHaveBeenCalledOnce()
    expect(asked.points).toHaveBeenCalledOnce()
  })

  it('come with how sure they are once colours or marks say that', async () => {
    const clusters = await begin()
    progress([over(0), over(1)], 'VVV-2-0')
    await vi.waitFor(() => expect(clusters.clustering.value?.restart).toBe('VVV-2-0'))
    const densities = () => asked.labels.mock.calls.map(([input]) => input.densities)
    expect(densities()).toEqual([false])
    useClusterViewStore().colourBy = 'uncertainty'
    await vi.waitFor(() => expect(densities()).toEqual([false, true]))
    useClusterViewStore().colourBy = 'cluster'
    useDoubtStore().unclassified = 0.8
    expect(densities()).toEqual([false, true])
  })

  it('say why, where the engine refuses', async () => {
    const clusters = await begin()
    progress([over(2)], null)
    useSelectionStore().choose('VVV-2-2')
    await vi.waitFor(() => expect(clusters.refusal.value?.message).toBe('It has no model.'))
    expect(clusters.clustering.value).toBeNull()
  })
})

describe('the restart that leads', () => {
  it('changes what is shown at most twice a second', async () => {
    await begin()
    const selection = useSelectionStore()
    progress([over(1)], 'VVV-2-1')
    await vi.waitFor(() => expect(selection.restart?.id).toBe('VVV-2-1'))
    const since = performance.now()
    progress([over(0)], 'VVV-2-0')
    await vi.waitFor(() => expect(useFitStore().running?.leader).toBe('VVV-2-0'))
    expect(selection.restart?.id).toBe('VVV-2-1')
    await vi.waitFor(() => expect(selection.restart?.id).toBe('VVV-2-0'))
    expect(performance.now() - since).toBeGreaterThan(300)
  })
})
