/** A straight line. */
export interface Line {
  slope: number
  intercept: number
}

/** Two lines that share the point at which they meet. */
export interface Elbow {
  /** 0-based place of that point. */
  at: number
  left: Line
  right: Line
}

/**
 * The two-piece linear fit with the least sum of squares: one line through the points up to a break, one through those from it on, each by
 * least squares (the elbow of Baudry et al. 2010, as mclust fits it). Null for fewer than three points; the first of equal breaks.
 */
export function findElbow(x: readonly number[], y: readonly number[]): Elbow | null {
  let best: Elbow | null = null
  let least = Infinity
  for (let at = 1; at < x.length - 1; at++) {
    const left = lineThrough(x.slice(0, at + 1), y.slice(0, at + 1))
    const right = lineThrough(x.slice(at), y.slice(at))
    const squares = left.squares + right.squares
    if (squares >= least) continue
    least = squares
    best = { at, left: left.line, right: right.line }
  }
  return best
}

function lineThrough(x: readonly number[], y: readonly number[]): { line: Line; squares: number } {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const [centreX, centreY] = [mean(x), mean(y)]
  let across = 0
  let along = 0
  x.forEach((value, i) => {
    across += (value - centreX) * (y[i] - centreY)
    along += (value - centreX) ** 2
  })
  const slope = along > 0 ? across / along : 0
  const intercept = centreY - slope * centreX
  const squares = x.reduce((sum, value, i) => sum + (slope * value + intercept - y[i]) ** 2, 0)
  return { line: { slope, intercept }, squares }
}
