import { describe, expect, it } from 'vitest'
import { createParameters } from '../core/mixture/parameters.ts'
import type { Passage } from '../core/mixture/types.ts'
import { createRecording, passageBytes, recordingOver } from './recording.ts'

function passage(iterations: number, family: 'full' | 'diagonal'): Passage {
  const parameters = createParameters(family, 2, 3)
  for (const numbers of [parameters.weights, parameters.means, parameters.covariances])
    numbers.forEach((_, i) => (numbers[i] = iterations + i / 7))
  return {
    iterations,
    move: iterations === 0 ? 'start' : 'landing',
    logLikelihood: -iterations / 3,
    parameters,
  }
}

describe.each(['VVV', 'VVI'] as const)('a recording of %s', (covariance) => {
  const family = covariance === 'VVV' ? 'full' : 'diagonal'

  it('keeps what was asked for, to the bit, as another thread sees it', () => {
    const recording = createRecording(covariance, 2, 3, [0, 1, 4])
    const far = recordingOver(recording.buffer)
    expect([...far.iterations]).toEqual([0, 1, 4])
    for (let iterations = 0; iterations < 9; iterations++) {
      recording.write(passage(iterations, family))
      expect(far.written()).toBe(iterations < 1 ? 1 : iterations < 4 ? 2 : 3)
    }
    for (const [place, iterations] of [0, 1, 4].entries())
      expect(far.read(place)).toEqual(passage(iterations, family))
  })

  it('takes what it says it takes, for triangles or diagonals', () => {
    const [one, two] = [[0], [0, 1]].map((kept) => createRecording(covariance, 2, 3, kept).buffer.byteLength)
    expect(passageBytes(covariance, 2, 3)).toBe(8 * (1 + 2 * (1 + 3 + (family === 'full' ? 6 : 3))))
    expect(Math.abs(two - one - passageBytes(covariance, 2, 3))).toBeLessThan(16)
  })

  it('does not show an iteration before it has been taken', () => {
    const recording = createRecording(covariance, 2, 3, [0, 1])
    recording.write(passage(0, family))
    expect(() => recording.read(1)).toThrow('has not been kept')
  })
})
