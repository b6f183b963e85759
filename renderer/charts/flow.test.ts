import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { planFlow } from './flow.ts'

const BOX = { width: 400, height: 200, margin: 60 }
const tables = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }))
  .chain(([left, right]) =>
    fc.array(fc.array(fc.nat(50), { minLength: right, maxLength: right }), {
      minLength: left,
      maxLength: left,
    }),
  )

describe('the flow between two partitions', () => {
  it('has a ribbon for each cell with rows, and bars as high as their rows within the box', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const { left, right, ribbons } = planFlow(
          table,
          table.map(() => -1),
          BOX,
        )
        expect(ribbons.map(({ left: a, right: b, rows }) => `${a} ${b} ${rows}`).sort()).toEqual(
          table.flatMap((row, a) => row.flatMap((rows, b) => (rows > 0 ? [`${a} ${b} ${rows}`] : []))).sort(),
        )
        const total = table.flat().reduce((sum, rows) => sum + rows, 0)
        for (const side of [left, right]) {
          expect(side.reduce((sum, { rows }) => sum + rows, 0)).toBe(total)
          for (const { y, height } of side) {
            expect(y).toBeGreaterThanOrEqual(-1e-9)
            expect(y + height).toBeLessThanOrEqual(BOX.height + 1e-9)
          }
        }
      }),
      { seed: 1 },
    )
  })

  it('puts matched clusters opposite each other and those without a counterpart last', () => {
    const table = [
      [1, 40, 0],
      [0, 2, 30],
    ]
    const { left, right } = planFlow(table, [1, 2], BOX)
    expect(left.map(({ component }) => component)).toEqual([0, 1])
    expect(right.map(({ component }) => component)).toEqual([1, 2, 0])
  })

  it('draws the widest ribbon first and one row of a million still as a line', () => {
    const { ribbons } = planFlow([[999_999, 1]], [0], BOX)
    expect(ribbons.map(({ rows }) => rows)).toEqual([999_999, 1])
    const ends = /C\S+ \S+ \S+ \S+ \S+ (\S+)V(\S+)C/.exec(ribbons[1]?.path ?? '')
    expect(Number(ends?.[2]) - Number(ends?.[1])).toBeCloseTo(1.5, 1)
  })
})
