import { packedLength } from '../../linalg/packed.ts'
import type { Points } from './scaled-directions.ts'

/**
 * What the criterion of a merge is made of. `determinant`: n ln(|W/n| + (tr W + c) / n), the volume of an ellipsoid of any shape
 * (Banfield & Raftery 1993; Fraley 1998), with c the trace of all rows' W per row and column. `trace`: tr W (Ward 1963).
 */
export type MergeCriterion = 'determinant' | 'trace'

/** Groups of points in places 0…count − 1, and what their union costs. */
export interface Groups {
  readonly count: number
  /** The rise of the criterion when the groups in two places become one. */
  cost(a: number, b: number): number
  /** The groups in two places become one in the lower; the last group moves to the higher. */
  merge(a: number, b: number): void
  /** The place of the group that each point is in [points]. */
  readonly places: Uint16Array
}

/** One group for each point, in their order, as large as the point weighs: `weights` [points], null where each counts once. */
export function createGroups(
  points: Points,
  criterion: MergeCriterion,
  weights: Float64Array | null = null,
): Groups {
  const { rows, dimension: d, values } = points
  const length = criterion === 'determinant' ? packedLength(d) : 0
  const places = Uint16Array.from({ length: rows }, (_, row) => row)
  const sizes = weights?.slice(0, rows) ?? new Float64Array(rows).fill(1)
  const means = values.slice()
  const scatters = new Float64Array(rows * length)
  const traces = new Float64Array(rows)
  const joint = new Float64Array(length)
  const gap = new Float64Array(d)
  const total = weights === null ? rows : sizes.reduce((sum, size) => sum + size, 0)
  const padding = Math.max(overallTrace(points, sizes) / Math.max(1, total * d), Number.EPSILON)
  const terms = sizes.map((size) => (criterion === 'determinant' ? size * Math.log(padding / size) : 0))
  let count = rows

  /** The trace of the union of two groups; leaves their difference in `gap`. */
  function jointTrace(a: number, b: number): number {
    let square = 0
    for (let j = 0; j < d; j++) {
      gap[j] = means[a * d + j] - means[b * d + j]
      square += gap[j] * gap[j]
    }
    return traces[a] + traces[b] + ((sizes[a] * sizes[b]) / (sizes[a] + sizes[b])) * square
  }

  /** The scatter matrix of the union of two groups into `joint`, after `jointTrace`. */
  function joinScatters(a: number, b: number): void {
    const weight = (sizes[a] * sizes[b]) / (sizes[a] + sizes[b])
    for (let i = 0, t = 0, left = a * length, right = b * length; i < d; i++) {
      const scaled = weight * gap[i]
      for (let j = 0; j <= i; j++, t++) joint[t] = scatters[left++] + scatters[right++] + scaled * gap[j]
    }
  }

  function jointTerm(a: number, b: number): number {
    const trace = jointTrace(a, b)
    if (criterion === 'trace') return trace
    const size = sizes[a] + sizes[b]
    const least = (trace + padding) / size
    if (size <= d || trace === 0) return size * Math.log(least)
    joinScatters(a, b)
    return size * Math.log(determinant(joint, d, size) + least)
  }

  function merge(a: number, b: number): void {
    const low = Math.min(a, b)
    const high = Math.max(a, b)
    const term = jointTerm(low, high)
    const trace = jointTrace(low, high)
    joinScatters(low, high)
    const size = sizes[low] + sizes[high]
    for (let j = 0; j < d; j++) means[low * d + j] -= (sizes[high] / size) * gap[j]
    scatters.set(joint, low * length)
    traces[low] = trace
    terms[low] = term
    sizes[low] = size
    const last = --count
    sizes[high] = sizes[last]
    traces[high] = traces[last]
    terms[high] = terms[last]
    means.copyWithin(high * d, last * d, (last + 1) * d)
    scatters.copyWithin(high * length, last * length, (last + 1) * length)
    for (let i = 0; i < rows; i++) {
      if (places[i] === high) places[i] = low
      else if (places[i] === last) places[i] = high
    }
  }

  return {
    get count() {
      return count
    },
    cost: (a, b) => jointTerm(a, b) - (terms[a] + terms[b]),
    merge,
    places,
  }
}

/** |S / divisor| of a packed symmetric positive semidefinite matrix, which it overwrites; 0 where it is singular. */
function determinant(packed: Float64Array, size: number, divisor: number): number {
  let product = 1
  for (let k = 0; k < size; k++) {
    const pivot = packed[(k * (k + 3)) / 2]
    if (!(pivot > 0)) return 0
    product *= pivot / divisor
    for (let i = k + 1; i < size; i++) {
      const row = (i * (i + 1)) / 2
      const factor = packed[row + k] / pivot
      for (let j = k + 1; j <= i; j++) packed[row + j] -= factor * packed[(j * (j + 1)) / 2 + k]
    }
  }
  return product
}

/** Trace of the scatter matrix of all points, which are centred. */
function overallTrace({ values, dimension }: Points, sizes: Float64Array): number {
  return values.reduce((sum, value, at) => sum + sizes[Math.floor(at / dimension)] * value * value, 0)
}
