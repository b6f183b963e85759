import { packedLength } from '../../linalg/packed.ts'
import { columnCentre, columnSpread, interquartileUnit } from '../column.ts'
import { prepare, type Preparation } from '../prepare.ts'
import { rowStart } from '../start/sample.ts'
import type { Prepared, Scaling } from '../types.ts'
import { covarianceOf, fillGaps, oneGaussian } from './one-gaussian.ts'
import { findPatterns } from './patterns.ts'

const BLOCK_ROWS = 64

/**
 * As `prepare`, but that rows with a missing value are kept, unless all their values are missing. Columns are centred and scaled by the
 * values they have. Where no row has a gap, all but `gaps` is what `prepare` leaves.
 */
export function prepareWithGaps(
  columns: readonly Float64Array[],
  scaling: Scaling,
  proceed: () => void = () => undefined,
): Preparation {
  const { usedRows, gaps } = findPatterns(columns, proceed)
  const rows = usedRows.length
  if (gaps.complete === rows) {
    const { prepared } = prepare(columns, scaling, null, { proceed })
    return { prepared: { ...prepared, gaps }, usedRows }
  }
  const dimension = columns.length
  const blocks = shared(Math.ceil(rows / BLOCK_ROWS) * BLOCK_ROWS * dimension)
  const [centre, spread, metric] = [shared(dimension), shared(dimension), shared(dimension)]
  const variances = new Float64Array(packedLength(dimension))
  const packed = { rows, dimension, blockRows: BLOCK_ROWS, blocks, centre, spread, metric, gaps }
  columns.forEach((column, j) => {
    const values = presentValues(column, usedRows, gaps.observed[j])
    proceed()
    const mean = columnCentre(values)
    const width = columnSpread(values, mean)
    const sd = width === 0 ? 1 : width
    proceed()
    centre[j] = mean
    spread[j] = sd
    metric[j] = scaling === 'none' ? 1 : scaling === 'standardise' ? sd : interquartileUnit(values) || sd
    variances[(j * (j + 3)) / 2] = width === 0 ? 0 : 1
    for (let i = 0; i < rows; i++) {
      const value = column[usedRows[gaps.order[i]]]
      blocks[rowStart(packed, i) + j * BLOCK_ROWS] = Number.isFinite(value) ? (value - mean) / sd : 0
    }
  })
  return { prepared: { ...packed, total: totalOf(packed, variances, proceed) }, usedRows }
}

/** Fills the gaps on the way. */
function totalOf(
  packed: Omit<Prepared, 'total'> & Required<Pick<Prepared, 'gaps'>>,
  variances: Float64Array,
  proceed: () => void,
): Float64Array {
  const by = packed.spread.every(Number.isFinite)
    ? oneGaussian(packed, packed.gaps, variances, proceed)
    : null
  fillGaps(packed, packed.gaps, by)
  const total = shared(variances.length)
  total.set(by === null ? variances : covarianceOf(by))
  return total
}

function presentValues(column: Float64Array, usedRows: Uint32Array, count: number): Float64Array {
  const values = new Float64Array(count)
  for (let i = 0, at = 0; at < count; i++) {
    const value = column[usedRows[i]]
    if (Number.isFinite(value)) values[at++] = value
  }
  return values
}

function shared(length: number): Float64Array<SharedArrayBuffer> {
  return new Float64Array(new SharedArrayBuffer(length * Float64Array.BYTES_PER_ELEMENT))
}
