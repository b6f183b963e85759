import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hasRow } from '../contract/row-mask.ts'
import type { FitSummary } from '../contract/views.ts'
import { openBench, settingsOf, type Bench } from './fixtures/bench.ts'

let bench: Bench
let summary: FitSummary
beforeAll(async () => {
  bench = await openBench(2)
  const { dataset } = await bench.openSample('old-faithful')
  const settings = settingsOf({ components: { from: 2, to: 3 }, covariances: ['VVV', 'EEE'], restarts: 30 })
  summary = await bench.engine.fit({ dataset, settings })
})
afterAll(() => bench.close())

const labelsOf = async (restart: string) =>
  (await bench.engine.labels({ fit: summary.fit, restart, limit: 272 })).labels

describe('the rows that change cluster', () => {
  it('are those off the matched cells of the contingency, also between different numbers of components', async () => {
    const { fit } = summary
    const left = summary.solutions.find(({ components }) => components === 3)!.restarts[0]
    const right = summary.solutions.find(({ components }) => components === 2)!.restarts[0]
    const { match, contingency } = await bench.engine.compare({ fit, left, right })
    const { changed, rows, ...listed } = await bench.engine.changes({ fit, left, right })
    const off = contingency.flatMap((counts, a) => counts.filter((_, b) => match[a] !== b))
    expect(changed).toBe(off.reduce((sum, count) => sum + count, 0))
    expect(rows).toHaveLength(changed)
    const { mask, count } = await bench.engine.select({ kind: 'changes', fit, left, right })
    expect(count).toBe(changed)
    expect(rows.every((row) => hasRow(mask, row))).toBe(true)
    const [a, b] = [await labelsOf(left), await labelsOf(right)]
    rows.forEach((row, at) => {
      expect([listed.left[at], listed.right[at]]).toEqual([a[row], b[row]])
      expect(match[a[row]]).not.toBe(b[row])
    })
    const sure = Array.from(rows, (_, at) =>
      Math.min(listed.leftResponsibility[at], listed.rightResponsibility[at]),
    )
    expect(sure).toEqual(sure.toSorted((x, y) => y - x))
  })

  it('are none between a restart and itself', async () => {
    const [restart] = summary.solutions[0].restarts
    expect((await bench.engine.changes({ fit: summary.fit, left: restart, right: restart })).changed).toBe(0)
  })
})

describe('the similarity of solutions', () => {
  it('is symmetric, 1 with itself, and what comparing two of them says', async () => {
    const { fit } = summary
    const restarts = summary.solutions.map((solution) => solution.restarts[0]).slice(0, 6)
    const { adjustedRandIndex, rows, of } = await bench.engine.similarity({ fit, restarts })
    expect([rows, of]).toEqual([272, 272])
    const size = restarts.length
    for (let a = 0; a < size; a++) {
      expect(adjustedRandIndex[a * size + a]).toBeCloseTo(1, 12)
      for (let b = 0; b < a; b++) {
        const pair = await bench.engine.compare({ fit, left: restarts[a], right: restarts[b] })
        expect(adjustedRandIndex[a * size + b]).toBeCloseTo(pair.adjustedRandIndex, 12)
        expect(adjustedRandIndex[b * size + a]).toBe(adjustedRandIndex[a * size + b])
      }
    }
  })

  it('is asked of no more solutions than are compared at once', async () => {
    const restarts = new Array<string>(41).fill(summary.solutions[0].restarts[0])
    await expect(bench.engine.similarity({ fit: summary.fit, restarts })).rejects.toThrow(/At most 40/)
  })
})
