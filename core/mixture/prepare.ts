import { columnCentre, columnSpread, interquartileUnit } from './column.ts'
import { totalCovariance } from './total-covariance.ts'
import type { Prepared, Scaling } from './types.ts'

const BLOCK_ROWS = 64

/** What `prepare` leaves: the packed rows, and which rows of the columns they are. */
export interface Preparation {
  prepared: Prepared
  /** Indices of the rows used, ascending [n]: those with a finite value in every column. Over shared memory. */
  usedRows: Uint32Array
}

/**
 * Leaves out rows with a missing value, centres each column, divides it by its standard deviation and packs the rest for the
 * kernel. `scaling` sets only `metric`, so it matters to the spherical model alone: the others do not depend on the units.
 * `proceed` is called every now and then, and ends the work if it throws.
 */
export function prepare(
  columns: readonly Float64Array[],
  scaling: Scaling,
  proceed: () => void = () => undefined,
): Preparation {
  const usedRows = completeRows(columns, proceed)
  const rows = usedRows.length
  const dimension = columns.length
  const blocks = shared(Math.ceil(rows / BLOCK_ROWS) * BLOCK_ROWS * dimension)
  const centre = shared(dimension)
  const spread = shared(dimension)
  const metric = shared(dimension)
  const values = new Float64Array(rows)
  columns.forEach((column, j) => {
    for (let i = 0; i < rows; i++) values[i] = column[usedRows[i]]
    proceed()
    const mean = columnCentre(values)
    proceed()
    const sd = unlessZero(columnSpread(values, mean), 1)
    centre[j] = mean
    spread[j] = sd
    metric[j] =
      scaling === 'none' ? 1 : scaling === 'standardise' ? sd : unlessZero(interquartileUnit(values), sd)
    proceed()
    for (let i = 0; i < rows; i++) {
      const block = Math.floor(i / BLOCK_ROWS)
      blocks[(block * dimension + j) * BLOCK_ROWS + (i % BLOCK_ROWS)] = (values[i] - mean) / sd
    }
  })
  const packed = { rows, dimension, blockRows: BLOCK_ROWS, blocks, centre, spread, metric }
  return { prepared: { ...packed, total: totalCovariance(packed, proceed) }, usedRows }
}

/** A NaN stays: it says that the column is beyond double precision. */
const unlessZero = (unit: number, otherwise: number) => (unit === 0 ? otherwise : unit)

function completeRows(columns: readonly Float64Array[], proceed: () => void): Uint32Array {
  const total = columns[0]?.length ?? 0
  const complete = new Uint8Array(total).fill(1)
  for (const column of columns) {
    proceed()
    for (let i = 0; i < total; i++) if (!Number.isFinite(column[i])) complete[i] = 0
  }
  const count = complete.reduce((sum, flag) => sum + flag, 0)
  const rows = new Uint32Array(new SharedArrayBuffer(count * Uint32Array.BYTES_PER_ELEMENT))
  for (let i = 0, at = 0; i < total; i++) if (complete[i] === 1) rows[at++] = i
  return rows
}

function shared(length: number): Float64Array<SharedArrayBuffer> {
  return new Float64Array(new SharedArrayBuffer(length * Float64Array.BYTES_PER_ELEMENT))
}
