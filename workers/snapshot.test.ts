import { describe, expect, it } from 'vitest'
import { createSnapshot, snapshotOver, type Reached } from './snapshot.ts'

/** Parameters of which every number is the same: any mixture of two writings shows. */
function filled(value: number): Reached {
  return {
    iterations: value,
    logLikelihood: value,
    entropy: value,
    mixture: {
      components: 2,
      dimension: 3,
      weights: new Float64Array(2).fill(value),
      means: new Float64Array(6).fill(value),
      covariances: new Float64Array(18).fill(value),
    },
  }
}

describe('a snapshot of a running restart', () => {
  it('is none before the first, then the last that was written', () => {
    const ours = createSnapshot(2, 3)
    const theirs = snapshotOver(ours.buffer)
    expect(ours.read()).toBeNull()
    theirs.write(filled(1))
    expect(ours.read()).toEqual(filled(1))
    theirs.write(filled(2))
    theirs.write(filled(3))
    expect(ours.read()).toEqual(filled(3))
  })

  it('stays whole when the thread that writes the next one ends half-way', () => {
    const snapshot = createSnapshot(2, 3)
    snapshot.write(filled(1))
    snapshot.write(filled(2))
    const half = filled(3)
    half.mixture.covariances = new Float64Array(19)
    expect(() => snapshot.write(half)).toThrow(RangeError)
    expect(snapshot.read()).toEqual(filled(2))
  })

  it('is a copy', () => {
    const snapshot = createSnapshot(2, 3)
    snapshot.write(filled(1))
    const read = snapshot.read()
    snapshot.write(filled(2))
    snapshot.write(filled(3))
    expect(read).toEqual(filled(1))
  })
})
