import type { Source } from './gather.ts'
import { roundsOf } from './layout.ts'
import { at, bytesOf, type Routine, type Vector } from './routine.ts'

/** Up to so many columns, a component's sums stay in registers for a whole block. */
export const MOST_IN_REGISTERS = 4

/** Rows of the packed triangle summed in one sweep over the block: four columns need two, or registers run out. */
const SWEEPS = [
  [0, 1],
  [0, 2],
  [0, 3],
  [0, 3, 4],
]

/** Σ r, Σ r y and Σ r y yᵀ of one component with one to four columns. */
export function emitAllInRegisters(f: Routine, source: Source, dimension: number): void {
  const bounds = SWEEPS[dimension - 1]
  for (let sweep = 0; sweep + 1 < bounds.length; sweep++) {
    f.scope(() => emitSweep(f, source, dimension, bounds[sweep], bounds[sweep + 1]))
  }
}

/** The sums whose first coordinate is one of `start` to `end` − 1; the first sweep takes Σ r along. */
function emitSweep(f: Routine, source: Source, dimension: number, start: number, end: number): void {
  const { column } = source
  const count = f.vector()
  const first = f.vectors(end - start)
  const second = first.map((_, i) => f.vectors(start + i + 1))
  const bytes = bytesOf(count)
  const eachSum = (body: (sum: Vector, slot: number) => void) => {
    if (start === 0) body(count, 0)
    first.forEach((sum, i) => body(sum, 1 + start + i))
    second.forEach((row, i) => {
      const packed = ((start + i) * (start + i + 1)) / 2
      row.forEach((sum, j) => body(sum, 1 + dimension + packed + j))
    })
  }
  eachSum((sum, slot) => f.load(sum, at(source.sums, slot * bytes)))
  const e = f.index(at(source.e))
  const y = f.index(at(source.y))
  const inverse = f.index(source.inverse)
  f.repeat(
    roundsOf(f, source.stretches, 1),
    [
      [e, bytes],
      [y, bytes],
      [inverse, bytes],
    ],
    () => {
      const responsibility = f.vector()
      const product = f.vector()
      const white = f.vectors(end)
      f.load(responsibility, at(e))
      f.load(product, at(inverse))
      f.multiply(responsibility, responsibility, product)
      if (start === 0) f.add(count, count, responsibility)
      white.forEach((coordinate, i) => {
        f.load(coordinate, at(y, i * column))
        if (i < start) return
        f.multiply(product, responsibility, coordinate)
        f.add(first[i - start], first[i - start], product)
        second[i - start].forEach((sum, j) => f.multiplyAdd(sum, product, white[j], sum))
      })
    },
  )
  eachSum((sum, slot) => f.store(sum, at(source.sums, slot * bytes)))
}
