import { emitAllInRegisters, MOST_IN_REGISTERS } from './gather-few.ts'
import { emitDiagonalSums } from './gather-diagonal.ts'
import { emitTiles, tileOrder } from './gather-tiles.ts'
import { layoutOf, recordLength, type Shape } from './layout.ts'
import { createRoutine, DOUBLE, type Index, type Routine } from './routine.ts'

/** What the code that sums one component's block reads and writes. */
export interface Source {
  /** e of each row, and where 1 / Σ e of each row lies: their product is the responsibility. */
  e: Index
  inverse: number
  /** Of the block, to be summed. */
  stretches: Index
  /** Whitened rows; bytes from column to column. */
  y: Index
  column: number
  /** Room for responsibility times whitened coordinate. */
  weighted: number
  /** The component's sums, one vector per number. */
  sums: Index
}

/** Which number of the component's record each of the sums is, in the order in which `gather` keeps them. */
export function sumsOrder(shape: Shape): number[] {
  if (shape.family === 'full' && shape.dimension > MOST_IN_REGISTERS) return tileOrder(shape.dimension)
  return Array.from({ length: recordLength(shape) }, (_, i) => i)
}

/** gather(e, y, sums, components, stretches): adds Σ r, Σ r y and Σ r y yᵀ of so many stretches of one block to the sums of each component. */
export function gatherRoutine(shape: Shape): Routine {
  const { family, dimension, blockRows, lanes } = shape
  const f = createRoutine('gather', 5, lanes)
  const [e, y, sums, components, stretches] = f.parameters
  const layout = layoutOf(shape)
  const column = blockRows * DOUBLE
  const source: Source = { e, stretches, inverse: layout.inverse, y, column, weighted: layout.weighted, sums }
  const walks = [
    [e, column],
    [y, dimension * column],
    [sums, recordLength(shape) * lanes * DOUBLE],
  ] as const
  f.repeat(components, walks, () => {
    if (family === 'diagonal') emitDiagonalSums(f, source, dimension)
    else if (dimension <= MOST_IN_REGISTERS) emitAllInRegisters(f, source, dimension)
    else emitTiles(f, source, dimension)
  })
  return f
}
