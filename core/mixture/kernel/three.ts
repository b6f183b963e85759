import type { Parameters } from '../parameters.ts'
import type { Workspace } from './workspace.ts'

/** `whitenFull` for three columns: row by row, everything of a row in registers. */
export function whitenThree(
  blocks: Float64Array,
  from: number,
  rows: number,
  parameters: Parameters,
  component: number,
  space: Workspace,
): void {
  const { blockRows: B, white, responsibilities } = space
  const { means, whiteners } = parameters
  const m = component * 3
  const u = component * 6
  const y = component * 3 * B
  const squared = component * B
  const m0 = means[m]
  const m1 = means[m + 1]
  const m2 = means[m + 2]
  const u00 = whiteners[u]
  const u10 = whiteners[u + 1]
  const u11 = whiteners[u + 2]
  const u20 = whiteners[u + 3]
  const u21 = whiteners[u + 4]
  const u22 = whiteners[u + 5]
  for (let p = 0; p < rows; p++) {
    const c0 = blocks[from + p] - m0
    const c1 = blocks[from + B + p] - m1
    const c2 = blocks[from + 2 * B + p] - m2
    const y0 = u00 * c0
    const y1 = u10 * c0 + u11 * c1
    const y2 = u20 * c0 + u21 * c1 + u22 * c2
    white[y + p] = y0
    white[y + B + p] = y1
    white[y + 2 * B + p] = y2
    responsibilities[squared + p] = y0 * y0 + y1 * y1 + y2 * y2
  }
}

/** `gatherFull` for three columns: one sweep over the rows, every sum in a register. */
export function gatherThree(
  rows: number,
  component: number,
  space: Workspace,
  sums: Float64Array,
  at: number,
): void {
  const { blockRows: B, white, responsibilities } = space
  const r = component * B
  const y = component * 3 * B
  let count = 0
  let s0 = 0
  let s1 = 0
  let s2 = 0
  let s00 = 0
  let s10 = 0
  let s11 = 0
  let s20 = 0
  let s21 = 0
  let s22 = 0
  for (let p = 0; p < rows; p++) {
    const z = responsibilities[r + p]
    const y0 = white[y + p]
    const y1 = white[y + B + p]
    const y2 = white[y + 2 * B + p]
    count += z
    const z0 = z * y0
    s0 += z0
    s00 += z0 * y0
    const z1 = z * y1
    s1 += z1
    s10 += z1 * y0
    s11 += z1 * y1
    const z2 = z * y2
    s2 += z2
    s20 += z2 * y0
    s21 += z2 * y1
    s22 += z2 * y2
  }
  sums[at] += count
  sums[at + 1] += s0
  sums[at + 2] += s1
  sums[at + 3] += s2
  sums[at + 4] += s00
  sums[at + 5] += s10
  sums[at + 6] += s11
  sums[at + 7] += s20
  sums[at + 8] += s21
  sums[at + 9] += s22
}
