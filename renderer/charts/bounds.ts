export interface Bounds {
  min: number
  max: number
  interval: number
}

/** Round ends and a round step for an axis that shows all from `low` to `high`, in about `ticks` steps. */
export function roundBounds(low: number, high: number, ticks = 6): Bounds {
  const safe = Number.isFinite(low) && Number.isFinite(high)
  const [from, to] = safe ? widen(low, high) : [0, 1]
  const interval = roundStep((to - from) / ticks)
  return {
    min: snap(Math.floor(from / interval), interval),
    max: snap(Math.ceil(to / interval), interval),
    interval,
  }
}

/** Decimals that tell the steps of an axis apart. */
export function decimalsOf(interval: number): number {
  return Math.min(12, Math.max(0, -Math.floor(Math.log10(interval) + 1e-9)))
}

function widen(low: number, high: number): [number, number] {
  const span = high - low
  const least = Math.max(Math.abs(low) * 1e-12, Math.abs(high) * 1e-12, 1e-300)
  if (span > least) return [low, high]
  const half = Math.max(Math.abs(low) * 0.05, 0.5)
  return [low - half, high + half]
}

function roundStep(raw: number): number {
  const power = 10 ** Math.floor(Math.log10(raw))
  const lead = raw / power
  return (lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 5 ? 5 : 10) * power
}

/** The multiple without the last bits that multiplying by 0.1 or 0.2 leaves behind. */
function snap(steps: number, interval: number): number {
  return Number((steps * interval).toPrecision(14))
}
