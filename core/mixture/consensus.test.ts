import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addVotes, coassign, cohesion, labelPatterns } from './consensus.ts'
import { matchPartitions } from './matching.ts'
import { contingency } from './partition.ts'

const ROWS = 14
const labels = fc.array(fc.nat(2), { minLength: ROWS, maxLength: ROWS }).map((list) => Uint8Array.from(list))
const permutation = fc.shuffledSubarray([0, 1, 2], { minLength: 3 })
const weight = fc.integer({ min: 1, max: 9 })

/** Matches each labelling to the reference and adds its votes. */
function votesOf(reference: Uint8Array, labellings: readonly Uint8Array[], weights: readonly number[]) {
  const votes = new Uint32Array(ROWS)
  labellings.forEach((each, s) => {
    const match = matchPartitions(contingency(each, reference, 3, 3))
    addVotes(votes, reference, each, match, weights[s], 0, ROWS)
  })
  return votes
}

describe('votes on the cluster of a row', () => {
  it('are all there are where every labelling is the reference under other numbers', () => {
    fc.assert(
      fc.property(
        labels,
        fc.array(fc.tuple(permutation, weight), { minLength: 1, maxLength: 5 }),
        (own, others) => {
          const labellings = others.map(([to]) => own.map((label) => to[label]))
          const weights = others.map(([, each]) => each)
          const total = weights.reduce((sum, each) => sum + each, 0)
          expect([...votesOf(own, labellings, weights)]).toEqual(new Array(ROWS).fill(total))
        },
      ),
      { seed: 1 },
    )
  })

  it('do not change where the labellings that vote are numbered in another way', () => {
    fc.assert(
      fc.property(labels, labels, permutation, weight, (own, other, to, each) => {
        const table = contingency(other, own, 3, 3)
        const match = matchPartitions(table)
        const renamed = other.map((label) => to[label])
        const renamedMatch = Int32Array.from([0, 1, 2], (label) => match[to.indexOf(label)])
        const [plain, moved] = [new Uint32Array(ROWS), new Uint32Array(ROWS)]
        addVotes(plain, own, other, match, each, 0, ROWS)
        addVotes(moved, own, renamed, renamedMatch, each, 0, ROWS)
        expect(moved).toEqual(plain)
      }),
      { seed: 2 },
    )
  })

  it('are weighted, and none for a row that the reference leaves unlabelled', () => {
    const own = Uint8Array.of(0, 0, 1, 255)
    const votes = new Uint32Array(4)
    addVotes(votes, own, Uint8Array.of(1, 0, 0, 255), Int32Array.of(1, 0), 5, 0, 4)
    addVotes(votes, own, Uint8Array.of(0, 0, 1, 255), Int32Array.of(0, 1), 2, 0, 4)
    expect([...votes]).toEqual([7, 2, 7, 0])
  })
})

describe('how often rows are put together', () => {
  const matrixOf = (labellings: readonly Uint8Array[], weights: readonly number[]) => {
    const patterns = labelPatterns(labellings, ROWS)
    const count = patterns.example.length
    const together = new Float32Array(count * count)
    for (let at = 0; at < count; at++)
      coassign(labellings, weights, patterns, at, together.subarray(at * count, (at + 1) * count))
    const share = (a: number, b: number) => together[patterns.pattern[a] * count + patterns.pattern[b]]
    return { patterns, together, share }
  }

  it('is the weighted share of the labellings that do, the same both ways, and 1 for a row with itself', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(labels, weight), { minLength: 1, maxLength: 5 }), (list) => {
        const labellings = list.map(([each]) => each)
        const weights = list.map(([, each]) => each)
        const { share } = matrixOf(labellings, weights)
        const total = weights.reduce((sum, each) => sum + each, 0)
        for (let a = 0; a < ROWS; a++) {
          expect(share(a, a)).toBe(1)
          for (let b = 0; b < a; b++) {
            const together = labellings.reduce(
              (sum, each, s) => sum + (each[a] === each[b] ? weights[s] : 0),
              0,
            )
            expect(share(a, b)).toBeCloseTo(together / total, 6)
            expect(share(a, b)).toBe(share(b, a))
          }
        }
      }),
      { seed: 3 },
    )
  })

  it('is 1 within clusters and 0 between them where all agree', () => {
    const own = Uint8Array.from({ length: ROWS }, (_, row) => row % 3)
    const { patterns, together } = matrixOf([own, own.map((label) => 2 - label)], [3, 4])
    expect(patterns.example).toEqual([0, 1, 2])
    expect([...together]).toEqual([1, 0, 0, 0, 1, 0, 0, 0, 1])
    expect([...cohesion(together, patterns, own)]).toEqual([1, 1, 1])
  })

  it('is small on average for a row that its cluster is not often put together with', () => {
    const own = Uint8Array.from({ length: ROWS }, () => 0)
    const other = Uint8Array.from({ length: ROWS }, (_, row) => (row === 0 ? 1 : 0))
    const { patterns, together } = matrixOf([own, other], [1, 1])
    expect([...cohesion(together, patterns, own)]).toEqual([
      expect.closeTo((1 + 13 * 0.5) / 14),
      expect.closeTo((13 + 0.5) / 14),
    ])
  })
})
