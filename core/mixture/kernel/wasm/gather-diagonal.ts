import type { Source } from './gather.ts'
import { roundsOf } from './layout.ts'
import { at, bytesOf, type Index, type Routine } from './routine.ts'

/** Columns whose two sums each stay in registers for a whole block. */
const COLUMNS = 5

/** Σ r, Σ r y and Σ r y² of one component, a few columns at a time. */
export function emitDiagonalSums(f: Routine, source: Source, dimension: number): void {
  const columns = Math.min(dimension, COLUMNS)
  emitColumns(f, source, source.y, source.sums, columns, dimension, true)
  const rest = dimension - columns
  if (rest === 0) return
  const bytes = bytesOf(f.vector())
  const y = f.index(at(source.y, columns * source.column))
  const sums = f.index(at(source.sums, columns * bytes))
  const walks = [[y, COLUMNS * source.column] as const, [sums, COLUMNS * bytes] as const]
  f.repeat(Math.floor(rest / COLUMNS), walks, () =>
    emitColumns(f, source, y, sums, COLUMNS, dimension, false),
  )
  if (rest % COLUMNS > 0) emitColumns(f, source, y, sums, rest % COLUMNS, dimension, false)
}

/** `sums` is at its beginning for the first columns, and moved on by one vector per column for the others. */
function emitColumns(
  f: Routine,
  source: Source,
  firstColumn: Index,
  sums: Index,
  columns: number,
  dimension: number,
  counting: boolean,
): void {
  f.scope(() => {
    const count = f.vector()
    const first = f.vectors(columns)
    const second = f.vectors(columns)
    const bytes = bytesOf(count)
    if (counting) f.load(count, at(sums))
    first.forEach((sum, j) => f.load(sum, at(sums, (1 + j) * bytes)))
    second.forEach((sum, j) => f.load(sum, at(sums, (1 + dimension + j) * bytes)))
    const e = f.index(at(source.e))
    const y = f.index(at(firstColumn))
    const inverse = f.index(source.inverse)
    f.repeat(
      roundsOf(f, source.stretches, 1),
      [
        [e, bytes],
        [y, bytes],
        [inverse, bytes],
      ],
      () => {
        const [responsibility, white, product] = f.vectors(3)
        f.load(responsibility, at(e))
        f.load(white, at(inverse))
        f.multiply(responsibility, responsibility, white)
        if (counting) f.add(count, count, responsibility)
        for (let j = 0; j < columns; j++) {
          f.load(white, at(y, j * source.column))
          f.multiply(product, responsibility, white)
          f.add(first[j], first[j], product)
          f.multiplyAdd(second[j], product, white, second[j])
        }
      },
    )
    if (counting) f.store(count, at(sums))
    first.forEach((sum, j) => f.store(sum, at(sums, (1 + j) * bytes)))
    second.forEach((sum, j) => f.store(sum, at(sums, (1 + dimension + j) * bytes)))
  })
}
