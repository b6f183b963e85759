import { expect, it } from 'vitest'
import { settingsOf } from '../../fixtures/bench.ts'
import { notesOf, otherMaximum } from './notes.ts'

const mixture = {
  components: 1,
  dimension: 1,
  weights: Float64Array.of(1),
  means: Float64Array.of(0),
  covariances: Float64Array.of(1),
}
const end = { mixture, logLikelihood: -100, sizes: [10], borderline: 0 }

it('a script that does not begin where the restart did says so, and where EM from there went', () => {
  const agreement = { start: mixture, expected: end, tried: { ...end, logLikelihood: -120 } }
  const notes = (from: 'start' | 'end', tried: typeof end | null = agreement.tried) =>
    notesOf('python', settingsOf(), 'VVV-1-0', end, { ...agreement, from, tried })
  expect(notes('start')).toEqual([])
  expect(notes('end')).toMatchObject([{ code: 'script-other-start' }])
  expect(notes('end')[0].message).toContain('ends elsewhere, at a log-likelihood of -120.0000000')
  expect(notes('end', null)[0].message).toContain('ends in a collapse')
})

it('a model that mclust does not take to the maximum is named', () => {
  expect(otherMaximum('VVE')).toMatchObject({
    code: 'script-other-maximum',
    message: expect.stringContaining('the common axes of VVE') as string,
  })
})
