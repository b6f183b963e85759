import { describe, expect, it } from 'vitest'
import type { Flag, Resumption } from '../../core/mixture/types.ts'
import { nothing, type Outcome } from './outcome.ts'
import { race, type Leg } from './race.ts'

/** A restart that climbs to `top`, is there after `length` iterations, and is flagged all along. */
interface Hill {
  top: number
  length?: number
  flags?: Flag[]
  collapses?: boolean
}

const spurious: Flag = { code: 'spurious', message: 'Component 1 holds 2 rows.' }
const some = new Float64Array(1)

function climbed({ top, length = 200, flags = [], collapses = false }: Hill, leg: Leg): Outcome {
  const iterations = Math.min(length, leg.pauseAfter ?? Infinity)
  const logLikelihood = top - (length - iterations)
  const mixture = { components: 1, dimension: 1, weights: some, means: some, covariances: some }
  const reached = { iterations, logLikelihood, mixture, entropy: 0, reason: '', seconds: 1 }
  if (iterations === length)
    return { ...reached, status: collapses ? 'collapsed' : 'converged', limit: null, flags }
  const resumption: Resumption = {
    iterations,
    weights: some,
    means: some,
    covariances: some,
    memory: some,
  }
  const limit: Flag = { code: 'iteration-limit', message: '' }
  return { ...reached, status: 'iteration-limit', limit: top, flags: [...flags, limit], resumption }
}

async function raceOf(hills: Hill[], stopAfter = Infinity) {
  const ends = new Map<number, Outcome>()
  const legs: [number, number][] = []
  await race([...hills.keys()], {
    run(slot, leg) {
      if (legs.length >= stopAfter) return Promise.resolve(nothing('stopped', 0, ''))
      legs.push([slot, leg.resumption?.iterations ?? 0])
      return Promise.resolve(climbed(hills[slot], leg))
    },
    paused: () => undefined,
    finished: (slot, outcome) => ends.set(slot, outcome),
    stopped: () => legs.length >= stopAfter,
  })
  const statuses = hills.map((_, slot) => ends.get(slot)?.status)
  return { ends, legs, statuses }
}

const hills = (count: number, hill: (i: number) => Hill = (i) => ({ top: i })) =>
  Array.from({ length: count }, (_, i) => hill(i))

describe('a race of restarts', () => {
  it('takes the highest to the end, never fewer than eight, and drops the others', async () => {
    const { ends, statuses } = await raceOf(hills(40))
    const converged = [...statuses.keys()].filter((slot) => statuses[slot] === 'converged')
    expect(converged.length).toBeGreaterThanOrEqual(8)
    expect(converged).toEqual(Array.from(converged, (_, i) => 40 - converged.length + i))
    expect(statuses.filter((status) => status === 'dropped')).toHaveLength(40 - converged.length)
    expect(ends.get(0)).toMatchObject({ logLikelihood: -180, iterations: 20, flags: [] })
    expect(ends.get(0)).not.toHaveProperty('resumption')
  })

  it('runs few restarts to the end without a pause', async () => {
    const { legs, statuses } = await raceOf(hills(8))
    expect(legs).toEqual([0, 1, 2, 3, 4, 5, 6, 7].map((slot) => [slot, 0]))
    expect(statuses).toEqual(Array(8).fill('converged'))
  })

  it('goes on from where each restart paused, and counts the time of all its legs', async () => {
    const { legs, ends } = await raceOf(hills(40))
    const of39 = legs.filter(([slot]) => slot === 39)
    expect(of39.map(([, from]) => from).slice(0, 2)).toEqual([0, 20])
    expect(ends.get(39)?.seconds).toBe(of39.length)
  })

  it('ranks what would be set aside behind everything else', async () => {
    const { ends, statuses } = await raceOf(
      hills(20, (i) => (i < 10 ? { top: 10, length: 150, flags: [spurious] } : { top: 10 + i })),
    )
    expect(ends.get(0)?.logLikelihood ?? NaN).toBeGreaterThan(29 - 180)
    expect(statuses.slice(0, 10)).toEqual(Array(10).fill('dropped'))
    expect(statuses.slice(-8)).toEqual(Array(8).fill('converged'))
  })

  it('lets those go on after all that are heading above the winner, and no others', async () => {
    const { legs, statuses } = await raceOf(
      hills(40, (i) => (i === 3 ? { top: 50, length: 500 } : { top: i })),
    )
    expect(statuses[3]).toBe('converged')
    expect(legs.filter(([slot]) => slot === 3).map(([, from]) => from)).toEqual([0, 20, 40, 80, 160, 320])
    expect(legs.slice(-5).map(([slot]) => slot)).toEqual([3, 3, 3, 3, 3])
    expect(statuses.filter((status) => status === 'dropped').length).toBeGreaterThan(20)
  })

  it('lets those go on, too, that would have been set aside on the way', async () => {
    const { statuses } = await raceOf(
      hills(20, (i) => (i === 0 ? { top: 100, flags: [spurious] } : { top: i })),
    )
    expect(statuses[0]).toBe('converged')
  })

  it('takes the dropped up again, best first, where all others come to nothing', async () => {
    const { statuses } = await raceOf(hills(40, (i) => ({ top: i, collapses: i >= 30 })))
    expect(statuses.slice(30)).toEqual(Array(10).fill('collapsed'))
    expect(statuses.slice(24, 30)).toEqual(Array(6).fill('converged'))
    expect(statuses.slice(0, 24)).toEqual(Array(24).fill('dropped'))
  })

  it('keeps what was found when it is stopped', async () => {
    const { ends, statuses } = await raceOf(hills(20), 12)
    expect(statuses).toEqual(Array(20).fill('stopped'))
    expect(ends.get(0)).toMatchObject({ iterations: 20, logLikelihood: -180 })
    expect(ends.get(19)).toMatchObject({ iterations: 0, logLikelihood: null })
  })

  it('depends neither on the order of finishing nor on what else runs', async () => {
    const run = async (delay: (slot: number) => number) => {
      const ends: string[] = []
      await race([...hills(24).keys()], {
        run: async (slot, leg) => {
          await new Promise((resolve) => setTimeout(resolve, delay(slot)))
          return climbed({ top: (slot * 7) % 24, length: 20 + slot * 5 }, leg)
        },
        paused: () => undefined,
        finished: (slot, { status, iterations }) => ends.push(`${slot} ${status} ${iterations}`),
        stopped: () => false,
      })
      return ends.sort()
    }
    expect(await run((slot) => slot % 3)).toEqual(await run((slot) => 5 - (slot % 5)))
  })
})
