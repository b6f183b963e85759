import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createRandom } from '../../core/random/random.ts'
import { createWorkControl } from '../../workers/control.ts'
import { createPool } from '../../workers/pool.ts'
import { openBench, settingsOf, type Bench } from '../fixtures/bench.ts'
import { labelRows } from '../labelling.ts'
import { createSampleLabels } from './sample-labels.ts'

let bench: Bench
beforeAll(async () => {
  bench = await openBench(1)
})
afterAll(() => bench.close())

describe('a model that is singular in the columns’ own units', () => {
  const mixture = {
    components: 1,
    dimension: 2,
    weights: Float64Array.of(1),
    means: Float64Array.of(0, 0),
    covariances: Float64Array.of(1, 1, 1, 1),
  }

  it('has no labels to be compared by, and another has them', () => {
    const columns = [Float64Array.of(1, 2), Float64Array.of(1, 2)]
    const labels = createSampleLabels(columns, Uint32Array.of(0, 1))
    const regular = { ...mixture, covariances: Float64Array.of(1, 0, 0, 1) }
    expect(labels(mixture)).toBeNull()
    expect(labels(regular)).toEqual(Uint8Array.of(0, 0))
  })

  it('is refused in words where rows are to be labelled', async () => {
    const pool = createPool(1)
    try {
      const columns = [Float64Array.of(1, 2), Float64Array.of(1, 2)]
      await expect(labelRows(pool, mixture, columns, {}, createWorkControl())).rejects.toMatchObject({
        code: 'no-usable-model',
        remedy: expect.stringMatching(/Leave out one/) as string,
      })
    } finally {
      await pool.close()
    }
  })
})

it('a model of columns that are all but copies of each other labels and exports every row', async () => {
  const random = createRandom(16)
  const first = Array.from({ length: 60 }, () => random.normal() * 3)
  const rows = first.map((value) => `${value},${value / 3 + 1e-7 * random.normal()}`)
  const { dataset } = await bench.openText('copies.csv', `a,b\n${rows.join('\n')}\n`)
  const settings = settingsOf({ components: { from: 1, to: 1 }, restarts: 2 })
  const { fit, solutions } = await bench.engine.fit({ dataset, settings })
  const restart = solutions[0].restarts[0]
  expect((await bench.engine.model({ fit, restart })).sizes).toEqual([60])
  const { target } = bench.target('labelled.csv')
  const exported = await bench.engine.exportLabels({ fit, restart, target, posteriors: false })
  expect(exported.rows).toBe(60)
})
