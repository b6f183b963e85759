import type { Parameters } from '../parameters.ts'
import type { Workspace } from './workspace.ts'

/**
 * Whitens one block for one component of the full family: y = U (x − mu) with U the inverse of the Cholesky factor, |y|²
 * in `responsibilities`. Each row of U is taken in groups of up to four columns, so that a coordinate is loaded and stored once.
 */
export function whitenFull(
  blocks: Float64Array,
  from: number,
  rows: number,
  parameters: Parameters,
  component: number,
  space: Workspace,
): void {
  const { dimension, blockRows, centred, white, responsibilities } = space
  const { means, whiteners, stride } = parameters
  for (let j = 0; j < dimension; j++) {
    const mean = means[component * dimension + j]
    const at = j * blockRows
    for (let p = 0; p < rows; p++) centred[at + p] = blocks[from + at + p] - mean
  }
  const squared = component * blockRows
  for (let p = 0; p < rows; p++) responsibilities[squared + p] = 0
  for (let i = 0; i < dimension; i++) {
    const y = (component * dimension + i) * blockRows
    const u = component * stride + (i * (i + 1)) / 2
    let j = firstTerms(whiteners, u, (i % 4) + 1, centred, blockRows, white, y, rows)
    for (; j <= i; j += 4) fourTerms(whiteners, u + j, centred, j * blockRows, blockRows, white, y, rows)
    for (let p = 0; p < rows; p++) {
      responsibilities[squared + p] += white[y + p] * white[y + p]
    }
  }
}

function firstTerms(
  u: Float64Array,
  at: number,
  terms: number,
  c: Float64Array,
  step: number,
  out: Float64Array,
  to: number,
  rows: number,
): number {
  const u0 = u[at]
  if (terms === 1) {
    for (let p = 0; p < rows; p++) out[to + p] = u0 * c[p]
  } else if (terms === 2) {
    const u1 = u[at + 1]
    for (let p = 0; p < rows; p++) out[to + p] = u0 * c[p] + u1 * c[step + p]
  } else if (terms === 3) {
    const u1 = u[at + 1]
    const u2 = u[at + 2]
    for (let p = 0; p < rows; p++) out[to + p] = u0 * c[p] + u1 * c[step + p] + u2 * c[2 * step + p]
  } else {
    out.fill(0, to, to + rows)
    fourTerms(u, at, c, 0, step, out, to, rows)
  }
  return terms
}

function fourTerms(
  u: Float64Array,
  at: number,
  c: Float64Array,
  from: number,
  step: number,
  out: Float64Array,
  to: number,
  rows: number,
): void {
  const u0 = u[at]
  const u1 = u[at + 1]
  const u2 = u[at + 2]
  const u3 = u[at + 3]
  const second = from + step
  const third = second + step
  const fourth = third + step
  for (let p = 0; p < rows; p++) {
    out[to + p] =
      out[to + p] + (u0 * c[from + p] + u1 * c[second + p] + (u2 * c[third + p] + u3 * c[fourth + p]))
  }
}

/** Adds one block's Σ r, Σ r y and Σ r y yᵀ (packed) of one component to `sums` at `at`. */
export function gatherFull(
  rows: number,
  component: number,
  space: Workspace,
  sums: Float64Array,
  at: number,
): void {
  const { dimension, blockRows, white, responsibilities, weighted } = space
  const r = component * blockRows
  const base = component * dimension * blockRows
  const products = at + 1 + dimension
  let count = 0
  for (let p = 0; p < rows; p++) count += responsibilities[r + p]
  sums[at] += count
  for (let i = 0; i < dimension; i++) {
    const y = base + i * blockRows
    let first = 0
    let second = 0
    for (let p = 0; p < rows; p++) {
      const yi = white[y + p]
      const ry = responsibilities[r + p] * yi
      weighted[p] = ry
      first += ry
      second += ry * yi
    }
    sums[at + 1 + i] += first
    const row = products + (i * (i + 1)) / 2
    sums[row + i] += second
    let j = 0
    for (; j + 3 < i; j += 4)
      fourProducts(weighted, white, base + j * blockRows, blockRows, rows, sums, row + j)
    if (j + 1 < i) {
      twoProducts(weighted, white, base + j * blockRows, blockRows, rows, sums, row + j)
      j += 2
    }
    if (j < i) oneProduct(weighted, white, base + j * blockRows, rows, sums, row + j)
  }
}

function fourProducts(
  w: Float64Array,
  white: Float64Array,
  from: number,
  step: number,
  rows: number,
  sums: Float64Array,
  to: number,
): void {
  let s0 = 0
  let s1 = 0
  let s2 = 0
  let s3 = 0
  const second = from + step
  const third = second + step
  const fourth = third + step
  for (let p = 0; p < rows; p++) {
    const ry = w[p]
    s0 += ry * white[from + p]
    s1 += ry * white[second + p]
    s2 += ry * white[third + p]
    s3 += ry * white[fourth + p]
  }
  sums[to] += s0
  sums[to + 1] += s1
  sums[to + 2] += s2
  sums[to + 3] += s3
}

function twoProducts(
  w: Float64Array,
  white: Float64Array,
  from: number,
  step: number,
  rows: number,
  sums: Float64Array,
  to: number,
): void {
  let s0 = 0
  let s1 = 0
  for (let p = 0; p < rows; p++) {
    s0 += w[p] * white[from + p]
    s1 += w[p] * white[from + step + p]
  }
  sums[to] += s0
  sums[to + 1] += s1
}

function oneProduct(
  w: Float64Array,
  white: Float64Array,
  from: number,
  rows: number,
  sums: Float64Array,
  to: number,
): void {
  let s0 = 0
  for (let p = 0; p < rows; p++) s0 += w[p] * white[from + p]
  sums[to] += s0
}
