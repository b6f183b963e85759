import type { Source } from './gather.ts'
import { roundsOf } from './layout.ts'
import { at, beyond, bytesOf, type Place, type Routine } from './routine.ts'

/** Rows and columns of Σ r y yᵀ in one register tile. */
const TILE = 3
const MOST_UNROLLED = 12
const UNROLLED_ROWS = 4
const UNROLLED_COLUMNS = 4

/** Part of the sums that stays in registers for a whole block: rows `row` on; columns `column` on, to the diagonal if it ends there. */
interface Tile {
  row: number
  rows: number
  column: number
  columns: number
  /** Whether the columns end with the tile's own rows: then only what is not above the diagonal, and Σ r y of the rows. */
  diagonal: boolean
}

/** The tiles in their order: row by row of tiles, each from the left to the diagonal. */
function tilesOf(dimension: number): Tile[] {
  const tiles: Tile[] = []
  for (let row = 0; row < dimension; row += TILE) {
    const rows = Math.min(TILE, dimension - row)
    for (let column = 0; column < row; column += TILE) {
      tiles.push({ row, rows, column, columns: TILE, diagonal: false })
    }
    tiles.push({ row, rows, column: row, columns: rows, diagonal: true })
  }
  return tiles
}

/** The numbers that a tile sums: second-order ones row by row, then the first-order ones; −1 for the column of Σ r y. */
function cellsOf(tile: Tile): { row: number; column: number }[] {
  const cells: { row: number; column: number }[] = []
  for (let row = tile.row; row < tile.row + tile.rows; row++) {
    const end = tile.diagonal ? row + 1 : tile.column + tile.columns
    for (let column = tile.column; column < end; column++) cells.push({ row, column })
  }
  if (tile.diagonal) for (let i = 0; i < tile.rows; i++) cells.push({ row: tile.row + i, column: -1 })
  return cells
}

/** Σ r first, then tile by tile. */
export function tileOrder(dimension: number): number[] {
  const slot = ({ row, column }: { row: number; column: number }) =>
    column < 0 ? 1 + row : 1 + dimension + (row * (row + 1)) / 2 + column
  return [0, ...tilesOf(dimension).flatMap((tile) => cellsOf(tile).map(slot))]
}

/** Σ r, Σ r y and Σ r y yᵀ of one component with more columns than fit into registers. */
export function emitTiles(f: Routine, source: Source, dimension: number): void {
  emitWeighted(f, source, dimension)
  if (dimension <= MOST_UNROLLED) emitUnrolled(f, source, dimension)
  else emitLoops(f, source, dimension)
}

/** Σ r, and r y of every column for the tiles. */
function emitWeighted(f: Routine, source: Source, dimension: number): void {
  f.scope(() => {
    const { column } = source
    const [count, responsibility, value] = f.vectors(3)
    const bytes = bytesOf(count)
    const e = f.index(at(source.e))
    const inverse = f.index(source.inverse)
    const y = f.index(at(source.y))
    const weighted = f.index(source.weighted)
    f.load(count, at(source.sums))
    f.repeat(
      roundsOf(f, source.stretches, 1),
      [
        [e, bytes],
        [inverse, bytes],
        [y, bytes],
        [weighted, bytes],
      ],
      () => {
        f.load(responsibility, at(e))
        f.load(value, at(inverse))
        f.multiply(responsibility, responsibility, value)
        f.add(count, count, responsibility)
        const from = f.index(at(y))
        const to = f.index(at(weighted))
        const emitColumns = (columns: number) => {
          for (let j = 0; j < columns; j++) {
            f.load(value, at(from, j * column))
            f.multiply(value, value, responsibility)
            f.store(value, at(to, j * column))
          }
        }
        const unrolled = dimension <= MOST_UNROLLED ? dimension : UNROLLED_COLUMNS
        const walks = [[from, unrolled * column] as const, [to, unrolled * column] as const]
        f.repeat(Math.floor(dimension / unrolled), walks, () => emitColumns(unrolled))
        emitColumns(dimension % unrolled)
      },
    )
    f.store(count, at(source.sums))
  })
}

function emitUnrolled(f: Routine, source: Source, dimension: number): void {
  const weighted = f.index(source.weighted)
  let sums = beyond(at(source.sums), bytesOf(f.vector()))
  for (const tile of tilesOf(dimension)) {
    sums = emitTile(f, tile, source, {
      weighted: at(weighted, tile.row * source.column),
      y: at(source.y, tile.column * source.column),
      sums,
    })
  }
}

/** The same in loops: over rows of tiles, and in each over the tiles left of the diagonal. */
function emitLoops(f: Routine, source: Source, dimension: number): void {
  const { column } = source
  const bytes = bytesOf(f.vector())
  const weighted = f.index(source.weighted)
  const sums = f.index(at(source.sums, bytes))
  const before = f.index(0)
  const emitRow = (rows: number) => {
    const y = f.index(at(source.y))
    const places = { weighted: at(weighted), y: at(y), sums: at(sums) }
    const left = { row: 0, rows, column: 0, columns: TILE, diagonal: false }
    const walks = [[y, TILE * column] as const, [sums, cellsOf(left).length * bytes] as const]
    f.repeat(before, walks, () => emitTile(f, left, source, places))
    const last = { row: 0, rows, column: 0, columns: rows, diagonal: true }
    emitTile(f, last, source, places)
    f.advance(sums, cellsOf(last).length * bytes)
  }
  f.repeat(
    Math.floor(dimension / TILE),
    [
      [weighted, TILE * column],
      [before, 1],
    ],
    () => emitRow(TILE),
  )
  if (dimension % TILE > 0) f.scope(() => emitRow(dimension % TILE))
}

/** One tile over the rows of a block. Returns where the next tile's sums lie. */
function emitTile(
  f: Routine,
  tile: Tile,
  { column, stretches }: Source,
  from: { weighted: Place; y: Place; sums: Place },
): Place {
  const cells = cellsOf(tile)
  const bytes = bytesOf(f.vector())
  f.scope(() => {
    const sums = f.vectors(cells.length)
    const products = f.vectors(tile.rows)
    const white = f.vector()
    const weighted = f.index(from.weighted)
    const y = f.index(from.y)
    sums.forEach((sum, i) => f.load(sum, beyond(from.sums, i * bytes)))
    const step = UNROLLED_ROWS * bytes
    f.repeat(
      roundsOf(f, stretches, UNROLLED_ROWS),
      [
        [weighted, step],
        [y, step],
      ],
      () => {
        for (let offset = 0; offset < step; offset += bytes) {
          products.forEach((product, i) => f.load(product, at(weighted, i * column + offset)))
          for (let j = 0; j < tile.columns; j++) {
            f.load(white, at(y, j * column + offset))
            cells.forEach((cell, i) => {
              const product = products[cell.row - tile.row]
              if (cell.column === tile.column + j) f.multiplyAdd(sums[i], product, white, sums[i])
            })
          }
          cells.forEach((cell, i) => {
            if (cell.column < 0) f.add(sums[i], sums[i], products[cell.row - tile.row])
          })
        }
      },
    )
    sums.forEach((sum, i) => f.store(sum, beyond(from.sums, i * bytes)))
  })
  return beyond(from.sums, cells.length * bytes)
}
