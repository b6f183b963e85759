import { climb } from '../climb/climb.ts'
import { createEm } from '../em.ts'
import { createParameters, setIdentity, type Parameters } from '../parameters.ts'
import { createSetting } from '../setting.ts'
import type { Prepared } from '../types.ts'
import { takeRows } from '../start/sample.ts'
import { gapsOf, type Gaps } from './gaps.ts'
import { createProjection } from './projection.ts'

const MOST_ROWS = 20_000
const MOST_ITERATIONS = 200
const TOLERANCE = 1e-3
/** Keeps the Gaussian from being singular on its way where columns are copies of each other. */
const RIDGE = 1e-7

/** `total` is not read: it is what comes of this. */
type Rows = Omit<Prepared, 'total'>

/**
 * Mean and covariance of rows with gaps under one Gaussian, by EM, in the prepared units; of at most 20,000 rows, evenly spread over
 * the patterns. `variances`: of the columns [d], packed as a diagonal. Null where the covariance is singular all the same.
 */
export function oneGaussian(
  rows: Rows,
  gaps: Gaps,
  variances: Float64Array,
  proceed: () => void,
): Parameters | null {
  const sample = evenly(rows, gaps)
  const never = () => {
    proceed()
    return false
  }
  const start = createParameters('full', 1, rows.dimension)
  setIdentity(start)
  start.weights[0] = 1
  start.covariances.set(start.factors)
  start.offsets[0] = (-rows.dimension / 2) * Math.log(2 * Math.PI)
  const prepared = { ...sample, total: variances }
  const setting = createSetting(prepared, 1, 'VVV', { kind: 'relative', value: RIDGE }, { stopped: never })
  const em = createEm(prepared, setting, never)
  const { status, ascent } = climb(
    em,
    {
      tolerance: TOLERANCE,
      accelerated: false,
      leastLimit: -Infinity,
      maxIterations: MOST_ITERATIONS,
      pauseAfter: Infinity,
      passed: () => undefined,
    },
    { kind: 'start', parameters: start, iterations: 0 },
  )
  return status === 'collapsed' ? null : ascent.reached.parameters
}

/** The covariance of a Gaussian of `oneGaussian`, without what kept it from being singular. */
export function covarianceOf({ covariances, dimension }: Parameters): Float64Array {
  const covariance = covariances.slice()
  for (let j = 0; j < dimension; j++) covariance[(j * (j + 3)) / 2] -= RIDGE
  return covariance
}

/** Every so manieth row. */
function evenly(rows: Rows, gaps: Gaps): Rows {
  const step = Math.ceil(rows.rows / MOST_ROWS)
  if (step === 1) return rows
  const picked = Array.from({ length: Math.ceil(rows.rows / step) }, (_, i) => i * step)
  return { ...takeRows(rows, picked), gaps: gapsOf(gaps, picked) }
}

/** Puts in every missing cell of the blocks its conditional mean given the row's other cells; 0, the column's mean, without a Gaussian. */
export function fillGaps({ dimension: d, blockRows, blocks }: Rows, gaps: Gaps, by: Parameters | null): void {
  if (by === null) return
  const { starts, missing, missingStarts } = gaps
  const projection = createProjection(d, d)
  const white = new Float64Array(d)
  for (let s = 0; s + 1 < starts.length; s++) {
    const columns = missing.subarray(missingStarts[s], missingStarts[s + 1])
    projection.set(by, 0, columns)
    for (let row = starts[s]; row < starts[s + 1]; row++) {
      const at = Math.floor(row / blockRows) * blockRows * d + (row % blockRows)
      for (let t = 0; t < columns.length; t++) blocks[at + columns[t] * blockRows] = by.means[columns[t]]
      for (let i = 0, u = 0; i < d; i++) {
        white[i] = 0
        for (let j = 0; j <= i; j++, u++)
          white[i] += by.whiteners[u] * (blocks[at + j * blockRows] - by.means[j])
      }
      for (let v = 0; v < columns.length * d; v += d) {
        let dot = 0
        for (let i = 0; i < d; i++) dot += projection.basis[v + i] * white[i]
        for (let i = 0; i < d; i++) white[i] -= dot * projection.basis[v + i]
      }
      for (let t = 0; t < columns.length; t++) {
        const column = columns[t]
        let value = by.means[column]
        for (let j = 0, l = (column * (column + 1)) / 2; j <= column; j++, l++)
          value += by.factors[l] * white[j]
        blocks[at + column * blockRows] = value
      }
    }
  }
}
