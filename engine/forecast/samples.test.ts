import { afterAll, beforeAll, expect, it } from 'vitest'
import { openBench, settingsOf, type Bench } from '../fixtures/bench.ts'

let bench: Bench
beforeAll(async () => {
  bench = await openBench()
})
afterAll(() => bench.close())

it('no column of a sample that is ticked by itself is warned of', async () => {
  for (const { id } of await bench.engine.samples(null)) {
    const { dataset, columns } = await bench.openSample(id)
    const ticked = columns.filter(({ use }) => use).map(({ index }) => index)
    const settings = settingsOf({ columns: ticked, components: { from: 1, to: 2 } })
    const { warnings } = await bench.engine.forecast({ dataset, settings, trials: false })
    expect(warnings, id).toEqual([])
  }
})
