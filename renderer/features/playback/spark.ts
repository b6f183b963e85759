/** Size of the drawing, in its own units. */
export interface Box {
  width: number
  height: number
}

/** What several curves of log-likelihood are drawn over. */
export interface Scale {
  iterations: [number, number]
  logLikelihoods: [number, number]
}

export interface Climb {
  iterations: Int32Array
  logLikelihoods: Float64Array
}

const MARGIN = 3

/** One scale that holds all climbs, so that they can be compared. */
export function scaleOf(climbs: readonly Climb[]): Scale {
  const scale: Scale = { iterations: [Infinity, -Infinity], logLikelihoods: [Infinity, -Infinity] }
  for (const { iterations, logLikelihoods } of climbs) {
    widen(scale.iterations, iterations)
    widen(scale.logLikelihoods, logLikelihoods)
  }
  return scale
}

function widen(range: [number, number], values: Int32Array | Float64Array): void {
  for (const value of values) {
    if (value < range[0]) range[0] = value
    if (value > range[1]) range[1] = value
  }
}

/** Where a point of a climb is drawn; the height grows downwards. */
export function placeOf(
  { iterations, logLikelihoods }: Scale,
  iteration: number,
  logLikelihood: number,
  { width, height }: Box,
): [x: number, y: number] {
  return [
    MARGIN + (width - 2 * MARGIN) * share(iterations, iteration),
    height - MARGIN - (height - 2 * MARGIN) * share(logLikelihoods, logLikelihood),
  ]
}

const share = ([low, high]: [number, number], value: number) =>
  high > low ? (value - low) / (high - low) : 1

/** A climb as the path of an SVG. */
export function climbPath(climb: Climb, scale: Scale, box: Box): string {
  return Array.from(climb.iterations, (iteration, at) => {
    const [x, y] = placeOf(scale, iteration, climb.logLikelihoods[at] ?? NaN, box)
    return `${at === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`
  }).join('')
}
