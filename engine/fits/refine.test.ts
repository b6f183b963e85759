import { describe, expect, it } from 'vitest'
import type { Flag, Mixture } from '../../core/mixture/types.ts'
import { nothing, type Outcome } from './outcome.ts'
import { refine, type Reached, type Try } from './refine.ts'

const mixtureOf = (components: number): Mixture => ({
  components,
  dimension: 1,
  weights: new Float64Array(components).fill(1 / components),
  means: new Float64Array(components),
  covariances: new Float64Array(components).fill(1),
})
const reached = (id: string, logLikelihood: number, components = 4): Reached => ({
  id,
  logLikelihood,
  mixture: mixtureOf(components),
})
const ending = (logLikelihood: number, flags: Flag[] = []): Outcome => ({
  ...nothing('converged', 9, ''),
  logLikelihood,
  mixture: mixtureOf(4),
  flags,
})

async function refineWith(
  outcome: (one: Try) => Outcome,
  { start = [reached('a', -100)], fewer = null as Reached | null, tries = 20, stopAfter = Infinity } = {},
) {
  const tried: Try[] = []
  const joined: number[] = []
  const best = await refine({
    components: 4,
    rows: 10,
    tries,
    reached: start,
    fewer,
    run(one) {
      tried.push(one)
      return Promise.resolve(outcome(one))
    },
    joined(one) {
      joined.push(one.index)
      return `try-${one.index}`
    },
    stopped: () => tried.length >= stopAfter,
  })
  return { tried, joined, best }
}

describe('the refinement of a cell', () => {
  it('tries as often as it is asked to, counting from 0', async () => {
    const { tried, joined, best } = await refineWith(() => ending(-100), { tries: 13 })
    expect(tried.map(({ index }) => index)).toEqual(Array.from({ length: 13 }, (_, i) => i))
    expect([joined, best?.id]).toEqual([[], 'a'])
  })

  it('begins with every split of the best with one component fewer', async () => {
    const { tried } = await refineWith(() => ending(-100), { fewer: reached('fewer', -120, 3) })
    const splits = tried.filter(({ initialisation }) => initialisation === 'split')
    expect(splits.map(({ index, from, base }) => [index, from, base.variant])).toEqual([
      [0, 'fewer', 0],
      [1, 'fewer', 1],
      [2, 'fewer', 2],
    ])
    expect(tried).toHaveLength(20)
  })

  it('goes on from what it has found, as soon as the batch has ended', async () => {
    const { tried, joined, best } = await refineWith(({ index }) => ending(index === 1 ? -90 : -100))
    expect([joined, best?.id, best?.logLikelihood]).toEqual([[1], 'try-1', -90])
    const from = (batch: number) => new Set(tried.slice(5 * batch, 5 * batch + 5).map((one) => one.from))
    expect(from(0)).toEqual(new Set(['a']))
    expect(from(1)).toContain('try-1')
    expect(tried[5].leastLimit).toBeGreaterThan(-91)
  })

  it('takes in only what is clearly higher than all before it', async () => {
    const { joined } = await refineWith(({ index }) => ending([-99.99999, -98, -99, -97][index] ?? -100))
    expect(joined).toEqual([1, 3])
  })

  it('takes in nothing spurious', async () => {
    const spurious: Flag = { code: 'spurious', message: '' }
    const { joined } = await refineWith(() => ending(-10, [spurious]))
    expect(joined).toEqual([])
  })

  it('drops no try that may yet beat the best', async () => {
    const { tried } = await refineWith(() => ending(-100))
    for (const { leastLimit } of tried) expect(leastLimit).toBeLessThan(-100)
  })

  it('starts from fewer components alone where the cell has nothing usable', async () => {
    const { tried, best } = await refineWith(() => ending(-100), {
      start: [],
      fewer: reached('fewer', -120, 3),
      tries: 3,
    })
    expect(tried.map(({ leastLimit }) => leastLimit)).toEqual([undefined, undefined, undefined])
    expect(best?.id).toBe('try-0')
  })

  it('has nothing to try where nothing is known', async () => {
    const { tried, best } = await refineWith(() => ending(-100), { start: [] })
    expect([tried, best]).toEqual([[], null])
  })

  it('tries nothing more after a stop', async () => {
    const { tried } = await refineWith(() => ending(-100), { stopAfter: 5 })
    expect(tried).toHaveLength(5)
  })
})
