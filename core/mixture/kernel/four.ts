import type { Parameters } from '../parameters.ts'
import type { Workspace } from './workspace.ts'

/** `whitenFull` for four columns: row by row, everything of a row in registers. */
export function whitenFour(
  blocks: Float64Array,
  from: number,
  rows: number,
  parameters: Parameters,
  component: number,
  space: Workspace,
): void {
  const { blockRows: B, white, responsibilities } = space
  const { means, whiteners } = parameters
  const m = component * 4
  const u = component * 10
  const y = component * 4 * B
  const squared = component * B
  const m0 = means[m]
  const m1 = means[m + 1]
  const m2 = means[m + 2]
  const m3 = means[m + 3]
  const u00 = whiteners[u]
  const u10 = whiteners[u + 1]
  const u11 = whiteners[u + 2]
  const u20 = whiteners[u + 3]
  const u21 = whiteners[u + 4]
  const u22 = whiteners[u + 5]
  const u30 = whiteners[u + 6]
  const u31 = whiteners[u + 7]
  const u32 = whiteners[u + 8]
  const u33 = whiteners[u + 9]
  for (let p = 0; p < rows; p++) {
    const c0 = blocks[from + p] - m0
    const c1 = blocks[from + B + p] - m1
    const c2 = blocks[from + 2 * B + p] - m2
    const c3 = blocks[from + 3 * B + p] - m3
    const y0 = u00 * c0
    const y1 = u10 * c0 + u11 * c1
    const y2 = u20 * c0 + u21 * c1 + u22 * c2
    const y3 = u30 * c0 + u31 * c1 + (u32 * c2 + u33 * c3)
    white[y + p] = y0
    white[y + B + p] = y1
    white[y + 2 * B + p] = y2
    white[y + 3 * B + p] = y3
    responsibilities[squared + p] = y0 * y0 + y1 * y1 + y2 * y2 + y3 * y3
  }
}

/** `gatherFull` for four columns: one sweep over the rows, every sum in a register. */
export function gatherFour(
  rows: number,
  component: number,
  space: Workspace,
  sums: Float64Array,
  at: number,
): void {
  const { blockRows: B, white, responsibilities } = space
  const r = component * B
  const y = component * 4 * B
  let count = 0
  let s0 = 0
  let s1 = 0
  let s2 = 0
  let s3 = 0
  let s00 = 0
  let s10 = 0
  let s11 = 0
  let s20 = 0
  let s21 = 0
  let s22 = 0
  let s30 = 0
  let s31 = 0
  let s32 = 0
  let s33 = 0
  for (let p = 0; p < rows; p++) {
    const z = responsibilities[r + p]
    const y0 = white[y + p]
    const y1 = white[y + B + p]
    const y2 = white[y + 2 * B + p]
    const y3 = white[y + 3 * B + p]
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
    const z3 = z * y3
    s3 += z3
    s30 += z3 * y0
    s31 += z3 * y1
    s32 += z3 * y2
    s33 += z3 * y3
  }
  sums[at] += count
  sums[at + 1] += s0
  sums[at + 2] += s1
  sums[at + 3] += s2
  sums[at + 4] += s3
  sums[at + 5] += s00
  sums[at + 6] += s10
  sums[at + 7] += s11
  sums[at + 8] += s20
  sums[at + 9] += s21
  sums[at + 10] += s22
  sums[at + 11] += s30
  sums[at + 12] += s31
  sums[at + 13] += s32
  sums[at + 14] += s33
}
