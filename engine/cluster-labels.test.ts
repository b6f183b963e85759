import { expect, it } from 'vitest'
import type { Mixture } from '../core/mixture/types.ts'
import type { Pool } from '../workers/pool.ts'
import { createClusterLabels } from './cluster-labels.ts'
import { createDrawnRows } from './drawn-rows.ts'
import type { Fitted } from './fits/fits.ts'
import { labelsAlone, labelsOf } from './labels.ts'
import { createSampledLabels } from './sampled-labels.ts'

const mixture: Mixture = {
  components: 1,
  dimension: 1,
  weights: new Float64Array([1]),
  means: new Float64Array([0]),
  covariances: new Float64Array([1]),
}
const columns = [Float64Array.from({ length: 100 }, (_, i) => i)]
const fitted = { fit: { columns }, mixture } as unknown as Fitted

/** Labels each row with its own number, and counts the rows that it was asked for. */
function countingPool() {
  const asked: number[] = []
  const run = (_: string, { from, to, labels }: { from: number; to: number; labels: Uint8Array }) => {
    asked.push(to - from)
    for (let row = from; row < to; row++) labels[row] = row
    return Promise.resolve(null)
  }
  return { asked, pool: { threads: 1, run } as unknown as Pool }
}

it('looks through the rows once for what the page draws, the sizes of clusters and a sample', async () => {
  const { asked, pool } = countingPool()
  const clusterLabels = createClusterLabels(pool)
  const drawnRows = createDrawnRows()
  const sampled = createSampledLabels(pool, drawnRows, 10, clusterLabels)(columns)
  const drawn = labelsOf(pool, drawnRows, fitted, 1000, { keep: clusterLabels.keep })
  const [all, sample] = await Promise.all([clusterLabels(fitted), sampled.labels(mixture), drawn])
  expect(all[42]).toBe(42)
  expect([...sample]).toEqual([...sampled.rows])
  expect(asked).toEqual([100])
})

it('gives labels alone without looking through the rows again, the same ones of the rows drawn', async () => {
  const { asked, pool } = countingPool()
  const clusterLabels = createClusterLabels(pool)
  const drawnRows = createDrawnRows()
  const whole = await labelsAlone(clusterLabels, drawnRows, fitted, 1000)
  const some = await labelsAlone(clusterLabels, drawnRows, fitted, 10)
  expect([...whole.labels]).toEqual([...columns[0]])
  expect([...some.labels]).toEqual([...drawnRows(columns, 10).rows])
  expect([some.uncertainty, some.logDensity, asked]).toEqual([null, null, [100]])
})

it('forgets labels that could not be found, and those of restarts long out of sight', async () => {
  const { asked, pool } = countingPool()
  const clusterLabels = createClusterLabels(pool)
  const failed = Promise.reject(new Error('No.'))
  clusterLabels.keep(mixture, failed)
  await expect(failed).rejects.toThrow('No.')
  await clusterLabels(fitted)
  expect(asked).toEqual([100])
  for (let other = 0; other < 8; other++) await clusterLabels({ ...fitted, mixture: { ...mixture } })
  expect(clusterLabels.known(mixture)).toBeUndefined()
})

it('lets go of all labels when it is told', async () => {
  const { asked, pool } = countingPool()
  const clusterLabels = createClusterLabels(pool)
  await clusterLabels(fitted)
  clusterLabels.clear()
  expect(clusterLabels.known(mixture)).toBeUndefined()
  await clusterLabels(fitted)
  expect(asked).toEqual([100, 100])
})
