/** How the log-likelihood axis is drawn: as it is, or as the common logarithm of the gap to the best. */
export type CurveScale = 'log-likelihood' | 'gap'

/** Gaps below this are drawn here: smaller ones are rounding. */
export const GAP_FLOOR = 1e-8

/**
 * A trace as a polyline of at most about `most` points, (iteration from 1, value) alternating. Early iterations, where the
 * curve bends, keep more points than late ones; the first and the last are always there. `best` is the reference of gaps.
 */
export function thinTrace(trace: Float64Array, most: number, scale: CurveScale, best: number): Float64Array {
  const picked = iterationsFor(trace.length, most)
  const xy = new Float64Array(picked.length * 2)
  picked.forEach((iteration, at) => {
    const value = trace[iteration] ?? NaN
    xy[2 * at] = iteration + 1
    xy[2 * at + 1] = scale === 'gap' ? Math.log10(Math.max(best - value, GAP_FLOOR)) : value
  })
  return xy
}

let pickedFor = 0
const picks = new Map<number, readonly number[]>()

/** Traces of one length keep the same iterations: of ten thousand curves most are that. */
function iterationsFor(length: number, most: number): readonly number[] {
  if (most !== pickedFor || picks.size > 4_000) picks.clear()
  pickedFor = most
  const held = picks.get(length) ?? pickIterations(length, most)
  picks.set(length, held)
  return held
}

function pickIterations(length: number, most: number): number[] {
  if (length <= most) return Array.from({ length }, (_, at) => at)
  const half = Math.floor(most / 2)
  const picked = new Set<number>()
  for (let i = 0; i < half; i++) picked.add(Math.round((length - 1) * (i / (half - 1))))
  for (let i = 0; i < half; i++) picked.add(Math.round((length - 1) ** (i / (half - 1))) - 1)
  picked.add(length - 1)
  return [...picked].filter((at) => at >= 0).sort((a, b) => a - b)
}

/** Points per curve, so that all of them together stay quick to draw. */
export function pointsPerCurve(curves: number): number {
  return Math.max(12, Math.min(160, Math.floor(12_000 / Math.max(1, curves))))
}

/** Several polylines in one array, a gap between each two. */
export function joinCurves(curves: readonly Float64Array[]): Float64Array {
  const joined = new Float64Array(curves.reduce((sum, xy) => sum + xy.length + 2, 0))
  let at = 0
  for (const xy of curves) {
    joined.set(xy, at)
    joined.fill(NaN, at + xy.length, at + xy.length + 2)
    at += xy.length + 2
  }
  return joined
}

/**
 * The part of the value axis worth showing: all ends, and the curves from their third point on, but not the first jumps,
 * which would press everything that matters into a line at the top.
 */
export function worthShowing(curves: readonly Float64Array[]): { low: number; high: number } {
  let high = -Infinity
  let lowest = Infinity
  const ends: number[] = []
  for (const xy of curves) {
    if (xy.length === 0) continue
    const end = xy[xy.length - 1] ?? NaN
    ends.push(end)
    lowest = Math.min(lowest, xy[Math.min(5, xy.length - 1)] ?? end)
    for (let i = 1; i < xy.length; i += 2) high = Math.max(high, xy[i] ?? -Infinity)
  }
  ends.sort((a, b) => a - b)
  const lowEnd = ends[Math.floor(ends.length * 0.02)] ?? NaN
  const shown = Math.max(2.2 * (high - lowEnd), (high - lowest) / 10)
  return { low: Math.max(Math.min(lowest, lowEnd), high - shown), high }
}
