import { effectScope, shallowRef, type EffectScope } from 'vue'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Engine } from '../../contract/engine.ts'
import { EngineError } from '../../contract/errors.ts'
import type { LabelsView, ModelView, PointsView } from '../../contract/views.ts'
import { useClusterViewStore } from './cluster-view.ts'
import type { Clusters } from './clusters.ts'
import { useColouring } from './colours.ts'
import { useDatasetStore } from './dataset.ts'
import { column, datasetSummary, fitSummary, startFakeEngine } from './fake-engine.ts'
import { useFitStore } from './fit.ts'

const points: PointsView = {
  x: Float32Array.of(0, 1),
  y: Float32Array.of(0, 1),
  centre: { x: 0, y: 0 },
  rows: Uint32Array.of(3, 7),
  usable: 2,
  axisNames: { x: 'x', y: 'y' },
  projection: { basis: Float64Array.of(1, 0, 0, 1), origin: Float64Array.of(0, 0) },
}
const labels: LabelsView = {
  labels: Uint8Array.of(0, 1),
  uncertainty: Float32Array.of(0.25, 0.5),
  logDensity: Float32Array.of(-3, -1),
}
const model: ModelView = {
  fit: 'f1',
  restart: 'r',
  columns: ['x', 'y'],
  weights: Float64Array.of(0.4, 0.3, 0.2, 0.1),
  means: new Float64Array(8),
  covariances: new Float64Array(16),
  sizes: [1, 1, 0, 0],
}
const values = vi.fn<Engine['values']>()
const agreement = vi.fn<Engine['agreement']>(() =>
  Promise.resolve({
    solutions: [],
    total: 2,
    counts: Uint32Array.of(0, 1, 1),
    drawn: Float32Array.of(0.5, 1),
    fragile: {
      rows: new Uint32Array(),
      votes: new Uint32Array(),
      cluster: new Uint8Array(),
      elsewhere: new Uint8Array(),
    },
  }),
)
const clustering = shallowRef<Clusters['clustering']['value']>(null)
let scope: EffectScope

async function colouring() {
  const made = scope.run(() => useColouring({ points: shallowRef(points), clustering }))
  if (made === undefined) throw new Error('the scope has ended')
  return { made, view: useClusterViewStore() }
}

beforeEach(async () => {
  scope = effectScope()
  clustering.value = { restart: 'r', labels, model }
  values.mockReset()
  await startFakeEngine({
    open: () =>
      Promise.resolve(datasetSummary({ columns: [column(0, 'x'), column(1, 'y'), column(2, 'kind')] })),
    fit: () => Promise.resolve(fitSummary()),
    values,
    agreement,
  })
  await useDatasetStore().open({ id: { grant: 'g' }, name: 'data.csv' })
  await useFitStore().run(fitSummary().settings)
})
afterEach(() => scope.stop())

describe('colours', () => {
  it('are the agreement of the good solutions, which is not counted before', async () => {
    const { made, view } = await colouring()
    expect(agreement).not.toHaveBeenCalled()
    view.colourBy = 'agreement'
    await vi.waitFor(() => expect(made.value).toMatchObject({ name: 'agreement', range: [0.5, 1] }))
  })

  it('by uncertainty end where a row of so many components is as uncertain as it can be', async () => {
    const { made, view } = await colouring()
    view.colourBy = 'uncertainty'
    expect(made.value).toMatchObject({ kind: 'value', values: labels.uncertainty, range: [0, 0.75] })
  })

  it('by log density span the rows drawn', async () => {
    const { made, view } = await colouring()
    view.colourBy = 'log-density'
    expect(made.value).toMatchObject({ kind: 'value', range: [-3, -1], name: 'log density' })
  })

  it('by a number are asked for the rows drawn, and those of the clusters until it comes', async () => {
    values.mockResolvedValue([{ kind: 'numbers', values: Float32Array.of(-1, 1), centre: 1e9 }])
    const { made, view } = await colouring()
    view.colourBy = 'column:1'
    expect(made.value).toEqual({ kind: 'cluster' })
    await vi.waitFor(() =>
      expect(made.value).toMatchObject({ name: 'y', range: [1e9 - 1, 1e9 + 1], centre: 1e9 }),
    )
    expect(values).toHaveBeenCalledExactlyOnceWith(
      { dataset: 'd1', columns: [1], rows: points.rows },
      expect.anything(),
    )
  })

  it('by a text are one for each text', async () => {
    const codes = Uint8Array.of(0, 255)
    values.mockResolvedValue([{ kind: 'categories', codes, names: ['fig'], others: 3 }])
    const { made, view } = await colouring()
    view.colourBy = 'column:2'
    await vi.waitFor(() =>
      expect(made.value).toEqual({ kind: 'category', codes, names: ['fig'], name: 'kind' }),
    )
  })

  it('are those of the clusters where there are no labels, or the column cannot be read', async () => {
    values.mockRejectedValue(new EngineError('file-changed', 'It changed.', 'Open it again.'))
    const { made, view } = await colouring()
    view.colourBy = 'column:2'
    await vi.waitFor(() => expect(values).toHaveBeenCalled())
    expect(made.value).toEqual({ kind: 'cluster' })
    clustering.value = null
    view.colourBy = 'uncertainty'
    expect(made.value).toEqual({ kind: 'cluster' })
  })
})
