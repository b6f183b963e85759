import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBench, settingsOf, type Bench } from './fixtures/bench.ts'

let bench: Bench
beforeAll(async () => {
  bench = await openBench(2)
})
afterAll(() => bench.close())

/** Groups of 60, 40 and 20 rows, far apart. */
const groups = Array.from({ length: 120 }, (_, i) => {
  const middle = i < 60 ? 0 : i < 100 ? 50 : 100
  return `${middle + ((i * 7) % 11) / 5},${middle + ((i * 5) % 13) / 5}`
})
const file = `a,b\n${groups.join('\n')}\n`

describe('the counterparts of components', () => {
  it('share their rows, across numbers of components and across fits', async () => {
    const { dataset } = await bench.openText('groups.csv', file)
    const one = await bench.engine.fit({
      dataset,
      settings: settingsOf({ components: { from: 2, to: 3 }, restarts: 4, covariances: ['VII'] }),
    })
    const two = await bench.engine.fit({
      dataset,
      settings: settingsOf({ components: { from: 3, to: 3 }, restarts: 1, seed: 9, covariances: ['EII'] }),
    })
    const best = (summary: typeof one, components: number) => ({
      fit: summary.fit,
      restart: summary.solutions.find((each) => each.components === components)?.restarts[0] ?? '',
    })
    const [left, right] = [best(one, 3), best(one, 2)]
    const own = await bench.engine.counterparts({ left, right: left })
    expect(own.counterparts).toEqual([0, 1, 2])
    const fewer = await bench.engine.counterparts({ left, right })
    expect(new Set(fewer.counterparts).size).toBe(2)
    const more = await bench.engine.counterparts({ left: right, right: left })
    expect(more.counterparts.filter((of) => of === -1)).toHaveLength(1)
    const later = await bench.engine.counterparts({ left, right: best(two, 3) })
    expect(later.counterparts.toSorted()).toEqual([0, 1, 2])
  })

  it('are refused for fits of other columns', async () => {
    const { dataset } = await bench.openText('columns.csv', file)
    const fit = async (columns: number[]) => {
      const { fit: id, restarts } = await bench.engine.fit({
        dataset,
        settings: settingsOf({ columns, restarts: 1 }),
      })
      return { fit: id, restart: restarts[0].id }
    }
    const ask = bench.engine.counterparts({ left: await fit([0, 1]), right: await fit([0]) })
    await expect(ask).rejects.toThrowError(/other columns cannot be matched/)
  })
})
