import type { Parameters } from '../parameters.ts'
import type { Workspace } from './workspace.ts'

/** Whitens one block for one component of the diagonal family: y = (x − mu) / sd, with |y|² in `responsibilities`. */
export function whitenDiagonal(
  blocks: Float64Array,
  from: number,
  rows: number,
  parameters: Parameters,
  component: number,
  space: Workspace,
): void {
  const { dimension, blockRows, white, responsibilities } = space
  const { means, whiteners } = parameters
  const squared = component * blockRows
  for (let p = 0; p < rows; p++) responsibilities[squared + p] = 0
  for (let j = 0; j < dimension; j++) {
    const mean = means[component * dimension + j]
    const scale = whiteners[component * dimension + j]
    const x = from + j * blockRows
    const at = (component * dimension + j) * blockRows
    for (let p = 0; p < rows; p++) {
      const y = (blocks[x + p] - mean) * scale
      white[at + p] = y
      responsibilities[squared + p] += y * y
    }
  }
}

/** Adds one block's Σ r, Σ r y and Σ r y² of one component to `sums` at `at`. */
export function gatherDiagonal(
  rows: number,
  component: number,
  space: Workspace,
  sums: Float64Array,
  at: number,
): void {
  const { dimension, blockRows, white, responsibilities } = space
  const r = component * blockRows
  let count = 0
  for (let p = 0; p < rows; p++) count += responsibilities[r + p]
  sums[at] += count
  for (let j = 0; j < dimension; j++) {
    const from = (component * dimension + j) * blockRows
    let first = 0
    let second = 0
    for (let p = 0; p < rows; p++) {
      const y = white[from + p]
      const ry = responsibilities[r + p] * y
      first += ry
      second += ry * y
    }
    sums[at + 1 + j] += first
    sums[at + 1 + dimension + j] += second
  }
}
