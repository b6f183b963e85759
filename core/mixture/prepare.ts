import { columnCentre, columnSpread, interquartileUnit } from './column.ts'
import { noiseLogDensity } from './noise.ts'
import { createRowWeights } from './row-weights.ts'
import { totalCovariance } from './total-covariance.ts'
import type { Prepared, RowWeights, Scaling } from './types.ts'

const BLOCK_ROWS = 64

/** What `prepare` leaves: the packed rows, and which rows of the columns they are. */
export interface Preparation {
  prepared: Prepared
  /** Indices of the rows used, ascending [n]: those with a finite value in every column, and a weight above 0. Over shared memory. */
  usedRows: Uint32Array
}

/** How much each row of the whole columns counts [rows], before the first row is packed. */
export interface Weighting {
  /** A row whose weight is not above 0 is left out. */
  values: Float64Array
  /** Whether the weights are brought to a mean of 1 over the rows used, so that only their ratios matter. */
  rescaled: boolean
}

/**
 * Leaves out rows with a missing value, centres each column, divides it by its standard deviation and packs the rest for the
 * kernel. `scaling` sets only `metric`, so it matters to the spherical model alone: the others do not depend on the units.
 * `weighting` is null where every row counts once. `noise`: fits are to have a noise component,
 * which they get where the rows have a volume. `proceed` is called every now and then, and ends the work if it throws. Where
 * `chosen` rows are given, ascending and maybe with repeats, they are packed as they are: each must be one that could be used.
 */
export function prepare(
  columns: readonly Float64Array[],
  scaling: Scaling,
  weighting: Weighting | null = null,
  {
    noise = false,
    proceed = () => undefined,
    chosen = null,
  }: { noise?: boolean; proceed?: () => void; chosen?: Uint32Array | null } = {},
): Preparation {
  const usedRows = chosen ?? completeRows(columns, weighting, proceed)
  const rows = usedRows.length
  const dimension = columns.length
  const blocks = shared(Math.ceil(rows / BLOCK_ROWS) * BLOCK_ROWS * dimension)
  const centre = shared(dimension)
  const spread = shared(dimension)
  const metric = shared(dimension)
  const values = new Float64Array(rows)
  const weights = weighting === null ? null : weightsOf(weighting, usedRows)
  const each = weights === null ? null : weights.values.subarray(0, rows)
  columns.forEach((column, j) => {
    for (let i = 0; i < rows; i++) values[i] = column[usedRows[i]]
    proceed()
    const mean = columnCentre(values, each)
    proceed()
    const sd = unlessZero(columnSpread(values, mean, each), 1)
    centre[j] = mean
    spread[j] = sd
    metric[j] =
      scaling === 'none'
        ? 1
        : scaling === 'standardise'
          ? sd
          : unlessZero(interquartileUnit(values, each), sd)
    proceed()
    for (let i = 0; i < rows; i++) {
      const block = Math.floor(i / BLOCK_ROWS)
      blocks[(block * dimension + j) * BLOCK_ROWS + (i % BLOCK_ROWS)] = (values[i] - mean) / sd
    }
  })
  const packed = {
    rows,
    dimension,
    blockRows: BLOCK_ROWS,
    blocks,
    centre,
    spread,
    metric,
    ...(weights !== null && { weights }),
  }
  const prepared: Prepared = { ...packed, total: totalCovariance(packed, proceed) }
  const density = noise ? noiseLogDensity(prepared, proceed) : null
  if (density !== null) prepared.noise = density
  return { prepared, usedRows }
}

/** A NaN stays: it says that the column is beyond double precision. */
const unlessZero = (unit: number, otherwise: number) => (unit === 0 ? otherwise : unit)

function weightsOf({ values, rescaled }: Weighting, usedRows: Uint32Array): RowWeights {
  const sum = usedRows.reduce((total, row) => total + values[row], 0)
  const factor = rescaled ? usedRows.length / sum : 1
  const weights = createRowWeights(usedRows.length, BLOCK_ROWS, (i) => values[usedRows[i]] * factor)
  return rescaled ? { ...weights, sum: usedRows.length } : weights
}

function completeRows(
  columns: readonly Float64Array[],
  weighting: Weighting | null,
  proceed: () => void,
): Uint32Array {
  const total = columns[0]?.length ?? 0
  const complete = new Uint8Array(total).fill(1)
  if (weighting !== null) for (let i = 0; i < total; i++) if (!(weighting.values[i] > 0)) complete[i] = 0
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
