import { histogram } from './histogram.ts'
import { moments } from './moments.ts'
import type { ColumnSummary } from './profile.ts'
import { sequence } from './sequence.ts'

/** What a column can be computed from another by: `log` is the natural logarithm. */
export type Transform = 'log'

/** The name of the column that a transform makes of another: `log(income)`. */
export function derivedName(of: string, transform: Transform): string {
  return `${transform}(${of})`
}

/** The column computed [rows], over shared memory; NaN where the source has no number, or none above 0. */
export function derive(values: Float64Array, transform: Transform): Float64Array {
  const derived = new Float64Array(new SharedArrayBuffer(values.byteLength))
  switch (transform) {
    case 'log':
      for (let i = 0; i < values.length; i++) derived[i] = values[i] > 0 ? Math.log(values[i]) : NaN
  }
  return derived
}

/** What a computed column holds; cells without a number count as missing. */
export function profileDerived(values: Float64Array): ColumnSummary {
  const shape = moments(values) ?? { count: 0, min: null, max: null, mean: null, sd: null }
  const { count, min, max, mean, sd } = shape
  const reason = count === 0 ? 'every cell is missing' : min === max ? 'every row has the same value' : ''
  return {
    type: 'numeric',
    missing: values.length - count,
    rejected: 0,
    rejectedBy: {},
    distinct: sequence(values).distinct,
    min,
    max,
    mean,
    sd,
    format: { decimal: '.', thousands: '', unit: '' },
    ambiguous: false,
    use: reason === '',
    reason,
    histogram: min === null || max === null ? null : histogram(values, min, max),
  }
}
