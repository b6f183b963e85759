import { describe, expect, it } from 'vitest'
import { matchComponents } from './matching.ts'
import { createSameness } from './sameness.ts'
import { groupSolutions, solutionGap, type Candidate } from './solutions.ts'
import type { Mixture } from './types.ts'

const SPREAD = Float64Array.of(2)
const isSame = createSameness(SPREAD)

function mixture(...means: number[]): Mixture {
  return {
    components: means.length,
    dimension: 1,
    weights: new Float64Array(means.length).fill(1 / means.length),
    means: Float64Array.from(means),
    covariances: new Float64Array(means.length).fill(1),
  }
}

function candidate(
  index: number,
  logLikelihood: number | null,
  means: number[],
  status: Candidate['status'] = 'converged',
): Candidate {
  return {
    id: String(index),
    index,
    status,
    logLikelihood,
    mixture: means.length > 0 ? mixture(...means) : null,
  }
}

const ids = (solutions: ReturnType<typeof groupSolutions>) =>
  solutions.map((solution) => solution.restarts.map((restart) => restart.id))

describe('solutions', () => {
  const found = [
    candidate(0, -100, [0, 5]),
    candidate(1, -100.00005, [5, 0]),
    candidate(2, -120, [1, 9]),
    candidate(3, -100.00002, [0, 8]),
    candidate(4, -90, [0, 1], 'collapsed'),
    candidate(5, null, [], 'stopped'),
  ]

  it('join restarts with the same log-likelihood and the same components in any order', () => {
    expect(ids(groupSolutions(found, isSame))).toEqual([['0', '1'], ['3'], ['2']])
  })

  it('do not depend on the order in which restarts ended', () => {
    expect(ids(groupSolutions([...found].reverse(), isSame))).toEqual(ids(groupSolutions(found, isSame)))
  })

  it('join restarts whose parameters differ but whose clusters are the same', () => {
    const labels = (of: Mixture) =>
      Uint8Array.from([0, 0, 1, 1], (label) => (of === found[3].mixture ? 1 - label : label))
    expect(ids(groupSolutions(found, createSameness(SPREAD, labels)))).toEqual([['0', '3', '1'], ['2']])
  })

  it('stay apart where a restart has no labels to compare', () => {
    const labels = (of: Mixture) => (of === found[3].mixture ? null : Uint8Array.of(0, 0, 1, 1))
    expect(ids(groupSolutions(found, createSameness(SPREAD, labels)))).toEqual([['0', '1'], ['3'], ['2']])
  })

  it('hand back the very restarts they were given, with all else these carry', () => {
    const carried = found.map((restart, slot) => ({ ...restart, slot }))
    const [first] = groupSolutions(carried, isSame)
    expect(first.best).toBe(carried[0])
    expect(first.restarts.map(({ slot }) => slot)).toEqual([0, 1])
  })

  it('are parted by the gap itself and joined by anything less', () => {
    const gap = solutionGap(-1024)
    const at = (below: number) => [candidate(0, -1024, [0, 5]), candidate(1, -1024 - below, [0, 5])]
    expect(groupSolutions(at(gap * 1.001), isSame)).toHaveLength(2)
    expect(groupSolutions(at(gap * 0.999), isSame)).toHaveLength(1)
  })

  it('made of stopped restarts alone are marked as unfinished', () => {
    const stopped = [
      candidate(0, -100, [0, 5], 'stopped'),
      candidate(1, -100.00001, [0, 5]),
      candidate(2, -300, [0, 1], 'stopped'),
    ]
    expect(groupSolutions(stopped, isSame).map((solution) => solution.unfinished)).toEqual([false, true])
  })
})

describe('the gap between solutions', () => {
  it.each([
    [0, 1e-4],
    [-50, 1e-4],
    [-100, 1e-4],
    [-2e6, 2],
    [2e6, 2],
  ])('at a log-likelihood of %d is %d', (logLikelihood, gap) => {
    expect(solutionGap(logLikelihood)).toBeCloseTo(gap, 12)
  })
})

describe('matching components', () => {
  it('measures means against the column and says how far the worst pair is apart', () => {
    const { match, distance } = matchComponents(mixture(0, 5), mixture(5.5, 0), SPREAD)
    expect([...match]).toEqual([1, 0])
    expect(distance).toBeCloseTo(0.25, 12)
  })

  it('leaves components over where the numbers differ', () => {
    const { match, distance } = matchComponents(mixture(0, 5, 9), mixture(9, 0), SPREAD)
    expect([...match]).toEqual([1, -1, 0])
    expect(distance).toBe(Infinity)
  })
})
