import { TILE, type Shape } from './layout.ts'
import { emitLogs } from './logs.ts'
import { at, beyond, bytesOf, DOUBLE, type Index, type Place, type Routine } from './routine.ts'

/** Columns whose means and scales stay in registers for a whole block. */
const COLUMNS = 4

/** What one component's code reads and writes. */
export interface DiagonalBlock {
  x: Index
  record: Index
  y: Index
  /** Holds the squares of the columns done so far, in the end the logarithms. */
  logs: Index
  /** Rounds of TILE.vectors vectors of rows. */
  rounds: Index
  constants: Index
}

/** A few columns: where their data, means, scales and whitened rows lie. */
interface Columns {
  count: number
  x: Place
  mean: Place
  scale: Place
  y: Place
  first: boolean
  last: boolean
}

/** y = (x − mean) × scale of one component, a few columns at a time, and the logarithms. */
export function emitDiagonal(f: Routine, block: DiagonalBlock, shape: Shape): void {
  const { dimension, blockRows } = shape
  const column = blockRows * DOUBLE
  const some = (from: { x: Index; record: Index; y: Index }, start: number, count: number): Columns => ({
    count,
    x: at(from.x, start * column),
    mean: at(from.record, (1 + start) * DOUBLE),
    scale: at(from.record, (1 + dimension + start) * DOUBLE),
    y: at(from.y, start * column),
    first: start === 0,
    last: start + count === dimension,
  })
  const count = dimension % COLUMNS || COLUMNS
  emitColumns(f, block, column, some(block, 0, count))
  if (count === dimension) return
  const x = f.index(at(block.x))
  const record = f.index(at(block.record))
  const y = f.index(at(block.y))
  const walks = [
    [x, COLUMNS * column],
    [record, COLUMNS * DOUBLE],
    [y, COLUMNS * column],
  ] as const
  const between = (dimension - count) / COLUMNS - 1
  f.repeat(between, walks, () =>
    emitColumns(f, block, column, { ...some({ x, record, y }, count, COLUMNS), last: false }),
  )
  emitColumns(f, block, column, some(block, dimension - COLUMNS, COLUMNS))
}

function emitColumns(f: Routine, block: DiagonalBlock, column: number, columns: Columns): void {
  f.scope(() => {
    const squares = f.vectors(TILE.vectors)
    const value = f.vector()
    const bytes = bytesOf(value)
    const step = TILE.vectors * bytes
    const scales = Array.from({ length: columns.count }, (_, j) => {
      const [centre, scale] = f.vectors(2)
      f.spread(centre, beyond(columns.mean, j * DOUBLE))
      f.spread(scale, beyond(columns.scale, j * DOUBLE))
      return { centre, scale }
    })
    const x = f.index(columns.x)
    const y = f.index(columns.y)
    const logs = f.index(at(block.logs))
    const walks = [
      [x, step],
      [y, step],
      [logs, step],
    ] as const
    f.repeat(block.rounds, walks, () => {
      squares.forEach((square, t) => (columns.first ? f.zero(square) : f.load(square, at(logs, t * bytes))))
      scales.forEach(({ centre, scale }, j) =>
        squares.forEach((square, t) => {
          const offset = j * column + t * bytes
          f.load(value, at(x, offset))
          f.subtract(value, value, centre)
          f.multiply(value, value, scale)
          f.store(value, at(y, offset))
          f.multiplyAdd(square, value, value, square)
        }),
      )
      if (columns.last) emitLogs(f, squares, block.record, logs, block.constants)
      else squares.forEach((square, t) => f.store(square, at(logs, t * bytes)))
    })
  })
}
