import { describe, expect, it } from 'vitest'
import type { Mixture } from '../../../core/mixture/types.ts'
import { agree, type Reached } from './agreement.ts'

const mixture = (mean: number): Mixture => ({
  components: 2,
  dimension: 1,
  weights: Float64Array.of(0.6, 0.4),
  means: Float64Array.of(0, mean),
  covariances: Float64Array.of(1, 1),
})
const reached = (at: Mixture, logLikelihood: number, sizes = [60, 40], borderline = 0): Reached => ({
  mixture: at,
  logLikelihood,
  sizes,
  borderline,
})
const start = mixture(3)
const end = reached(mixture(5), -1000)

/** A climb that comes to these from the start and from the end. */
const climbs = (fromStart: Reached | null, fromEnd: Reached | null) => (from: Mixture) =>
  Promise.resolve(from === start ? fromStart : fromEnd)

describe('where a script starts', () => {
  it('is where the restart started, if plain EM ends where the restart did', async () => {
    const same = reached(mixture(5), -1000.0004)
    expect(await agree(start, end, climbs(same, null))).toMatchObject({
      from: 'start',
      expected: { logLikelihood: -1000, sizes: [60, 40] },
    })
  })

  it.each([
    ['another log-likelihood', reached(mixture(5), -1000.002)],
    ['clusters of other sizes', reached(mixture(5), -1000, [59, 41])],
    ['a collapse', null],
  ])('is where the restart ended, if plain EM ends in %s', async (_, other) => {
    expect(await agree(start, end, climbs(other, end))).toMatchObject({
      from: 'end',
      start: end.mixture,
      expected: { logLikelihood: -1000 },
      tried: other,
    })
  })

  it('is where the restart started, if that is where EM goes on to from where the restart ended', async () => {
    const further = reached(mixture(5), -990)
    expect(await agree(start, end, climbs(further, further))).toMatchObject({
      from: 'start',
      expected: { logLikelihood: -990 },
    })
  })

  it('is where the restart ended, if it has no start, and what is expected is what EM makes of it', async () => {
    const further = reached(mixture(5), -990)
    expect(await agree(null, end, climbs(null, further))).toMatchObject({
      from: 'end',
      expected: { logLikelihood: -990 },
    })
  })

  it('lets as many rows change sides as lie on a border', async () => {
    const other = reached(mixture(5), -1000, [58, 42], 2)
    expect(await agree(start, end, climbs(other, null))).toMatchObject({
      from: 'start',
      expected: { sizes: [60, 40], borderline: 2 },
    })
  })

  it('is nowhere, in words, if EM collapses from there too', async () => {
    await expect(agree(start, end, climbs(null, null))).rejects.toMatchObject({ code: 'no-usable-model' })
  })
})
