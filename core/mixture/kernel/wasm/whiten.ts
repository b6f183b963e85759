import { layoutOf, recordLength, roundsOf, TILE, type Shape } from './layout.ts'
import { emitLogs } from './logs.ts'
import {
  at,
  beyond,
  bytesOf,
  createRoutine,
  DOUBLE,
  type Index,
  type Place,
  type Routine,
  type Vector,
} from './routine.ts'
import { emitDiagonal } from './whiten-diagonal.ts'

const MOST_UNROLLED = 12

/** The order in which `whiten` reads the numbers of a packed triangle, or of a diagonal. */
export function whitenerOrder({ family, dimension }: Shape): number[] {
  if (family === 'diagonal') return Array.from({ length: dimension }, (_, j) => j)
  const order: number[] = []
  for (let start = 0; start < dimension; start += TILE.rows) {
    const end = Math.min(start + TILE.rows, dimension)
    for (let j = start; j < end; j++) for (let i = j; i < end; i++) order.push((i * (i + 1)) / 2 + j)
    for (let j = 0; j < start; j++) for (let i = start; i < end; i++) order.push((i * (i + 1)) / 2 + j)
  }
  return order
}

/** What one component's code reads and writes for the few vectors of data rows at hand. */
interface Strip {
  /** First column of the data rows, of the means, of the whitened rows; bytes from column to column. */
  x: Place
  mean: Place
  y: Place
  column: number
  /** Whitener, in `whitenerOrder`. */
  u: Place
  /** Where the centred columns are left for the tiles that follow. */
  centred: Index
  /** |y|², per vector of data rows. */
  squares: Vector[]
}

/**
 * whiten(x, records, y, logs, components, stretches): for so many stretches of one block x, y = U (x − mean) of each component,
 * and the base-2 logarithm of its weighted density.
 */
export function whitenRoutine(shape: Shape): Routine {
  const { family, dimension, blockRows, lanes } = shape
  const f = createRoutine('whiten', 6, lanes)
  const [x, record, y, logs, components, stretches] = f.parameters
  const column = blockRows * DOUBLE
  const constants = f.index(0)
  const centred = f.index(layoutOf(shape).centred)
  const squares = f.vectors(TILE.vectors)
  const step = TILE.vectors * bytesOf(squares[0])
  const walks = [
    [record, recordLength(shape) * DOUBLE],
    [y, dimension * column],
    [logs, column],
  ] as const
  const rounds = roundsOf(f, stretches, TILE.vectors)
  f.repeat(components, walks, () => {
    if (family === 'diagonal') {
      emitDiagonal(f, { x, record, y, logs, rounds, constants }, shape)
      return
    }
    const from = f.index(at(x))
    const to = f.index(at(y))
    const log = f.index(at(logs))
    f.repeat(
      rounds,
      [
        [from, step],
        [to, step],
        [log, step],
      ],
      () => {
        const mean = at(record, DOUBLE)
        const u = beyond(mean, dimension * DOUBLE)
        const strip: Strip = { x: at(from), mean, y: at(to), column, u, centred, squares }
        for (const square of squares) f.zero(square)
        if (dimension <= MOST_UNROLLED) emitUnrolled(f, strip, dimension)
        else emitTiled(f, strip, dimension)
        emitLogs(f, squares, record, log, constants)
      },
    )
  })
  return f
}

/** Tiles of U one after another, everything at addresses known here. */
function emitUnrolled(f: Routine, strip: Strip, dimension: number): void {
  const { x, mean, y, column, centred } = strip
  const stripe = TILE.vectors * bytesOf(strip.squares[0])
  let u = strip.u
  for (let start = 0; start < dimension; start += TILE.rows) {
    f.scope(() => {
      const rows = Math.min(TILE.rows, dimension - start)
      const tile = createTile(f, rows)
      const last = start + rows === dimension
      u = emitOwnColumns(f, tile, {
        x: beyond(x, start * column),
        mean: beyond(mean, start * DOUBLE),
        column,
        u,
        left: last ? null : at(centred, start * stripe),
      })
      for (let j = 0; j < start; j++) u = emitColumn(f, tile, at(centred, j * stripe), u)
      emitRows(f, tile, strip.squares, beyond(y, start * column), column)
    })
  }
}

/** The same in loops: over the tiles, and in each over the columns to its left. */
function emitTiled(f: Routine, strip: Strip, dimension: number): void {
  const { column, centred, squares } = strip
  const stripe = TILE.vectors * bytesOf(squares[0])
  const x = f.index(strip.x)
  const mean = f.index(strip.mean)
  const y = f.index(strip.y)
  const u = f.index(strip.u)
  const left = f.index(at(centred))
  const before = f.index(0)
  const emitTile = (rows: number) => {
    const tile = createTile(f, rows)
    const end = emitOwnColumns(f, tile, { x: at(x), mean: at(mean), column, u: at(u), left: at(left) })
    f.advance(u, end.offset)
    const from = f.index(at(centred))
    f.repeat(
      before,
      [
        [from, stripe],
        [u, rows * DOUBLE],
      ],
      () => emitColumn(f, tile, at(from), at(u)),
    )
    emitRows(f, tile, squares, at(y), column)
  }
  const { rows } = TILE
  const walks = [
    [x, rows * column],
    [mean, rows * DOUBLE],
    [y, rows * column],
    [left, rows * stripe],
    [before, rows],
  ] as const
  f.repeat(Math.floor(dimension / rows), walks, () => emitTile(rows))
  if (dimension % rows > 0) f.scope(() => emitTile(dimension % rows))
}

/** A tile of sums in registers: one per row of U and vector of data rows; and what a column is loaded into. */
interface Tile {
  sums: Vector[][]
  column: Vector[]
  factor: Vector
}

function createTile(f: Routine, rows: number): Tile {
  return {
    sums: Array.from({ length: rows }, () => f.vectors(TILE.vectors)),
    column: f.vectors(TILE.vectors),
    factor: f.vector(),
  }
}

/**
 * The columns whose diagonal elements lie in the tile: the mean is subtracted here, and the result left for later tiles. Returns
 * where U goes on.
 */
function emitOwnColumns(
  f: Routine,
  { sums, column, factor }: Tile,
  from: { x: Place; mean: Place; column: number; u: Place; left: Place | null },
): Place {
  let u = from.u
  for (let j = 0; j < sums.length; j++) {
    f.spread(factor, beyond(from.mean, j * DOUBLE))
    column.forEach((value, t) => {
      const bytes = bytesOf(value)
      f.load(value, beyond(from.x, j * from.column + t * bytes))
      f.subtract(value, value, factor)
      if (from.left !== null) f.store(value, beyond(from.left, (j * column.length + t) * bytes))
    })
    for (let i = j; i < sums.length; i++) {
      f.spread(factor, u)
      u = beyond(u, DOUBLE)
      column.forEach((value, t) => {
        if (j === 0) f.multiply(sums[i][t], factor, value)
        else f.multiplyAdd(sums[i][t], factor, value, sums[i][t])
      })
    }
  }
  return u
}

/** One centred column times the tile's part of U. Returns where U goes on. */
function emitColumn(f: Routine, { sums, column, factor }: Tile, centred: Place, u: Place): Place {
  column.forEach((value, t) => f.load(value, beyond(centred, t * bytesOf(value))))
  sums.forEach((row, i) => {
    f.spread(factor, beyond(u, i * DOUBLE))
    row.forEach((sum, t) => f.multiplyAdd(sum, factor, column[t], sum))
  })
  return beyond(u, sums.length * DOUBLE)
}

function emitRows(f: Routine, { sums }: Tile, squares: Vector[], y: Place, column: number): void {
  sums.forEach((row, i) =>
    row.forEach((sum, t) => {
      f.store(sum, beyond(y, i * column + t * bytesOf(sum)))
      f.multiplyAdd(squares[t], sum, sum, squares[t])
    }),
  )
}
