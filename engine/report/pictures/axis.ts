/** A line from a value to a place, with what is written along it. */
export interface Axis {
  low: number
  high: number
  ticks: { at: number; text: string }[]
  /** Share of the way from low to high, 0 to 1 inside. */
  share(value: number): number
}

/** About `count` round ticks (steps of 1, 2 or 5 times a power of ten) around the values. */
export function linearAxis(least: number, most: number, count = 5): Axis {
  const width = most > least ? most - least : Math.max(Math.abs(least), 1) * 1e-3
  const raw = width / count
  const power = 10 ** Math.floor(Math.log10(raw))
  const step = ([1, 2, 5, 10].find((each) => each * power >= raw) ?? 10) * power
  const first = Math.floor(least / step)
  const last = Math.max(first + 1, Math.ceil(most / step))
  const decimals = Math.min(12, Math.max(0, -Math.floor(Math.log10(step) + 1e-9)))
  const [low, high] = [first * step, last * step]
  const ticks = Array.from({ length: last - first + 1 }, (_, i) => {
    const at = (first + i) * step
    return { at, text: written(at, decimals) }
  })
  return { low, high, ticks, share: (value) => (value - low) / (high - low) }
}

/** From a little below the values to a little above, with the round ticks between. */
export function closeAxis(least: number, most: number, count = 5): Axis {
  const round = linearAxis(least, most, count)
  const margin = most > least ? (most - least) * 0.04 : (round.high - round.low) / 2
  const [low, high] = [least - margin, most + margin]
  const ticks = round.ticks.filter(({ at }) => at >= low && at <= high)
  return { low, high, ticks, share: (value) => (value - low) / (high - low) }
}

/** One tick for each power of ten, or for every few where they are many; values below `floor` count as it. */
export function powerAxis(least: number, most: number, floor: number): Axis {
  const from = Math.floor(Math.log10(Math.max(floor, least)) + 1e-9)
  const to = Math.max(from + 1, Math.ceil(Math.log10(Math.max(floor, most)) - 1e-9))
  const every = Math.ceil((to - from) / 7)
  const ticks = Array.from({ length: Math.floor((to - from) / every) + 1 }, (_, i) => {
    const power = from + i * every
    return {
      at: 10 ** power,
      text: power < -4 || power > 6 ? `1e${minus(String(power))}` : plainPower(power),
    }
  })
  const place = (value: number) => Math.log10(Math.max(value, floor))
  return { low: 10 ** from, high: 10 ** to, ticks, share: (value) => (place(value) - from) / (to - from) }
}

const plainPower = (power: number) =>
  power < 0 ? (10 ** power).toFixed(-power) : (10 ** power).toLocaleString('en-GB')

function written(value: number, decimals: number): string {
  const size = Math.abs(value)
  if (size >= 1e7 || (size !== 0 && size < 1e-5)) return minus(String(Number(value.toPrecision(4))))
  return minus(Number(value.toFixed(decimals)).toLocaleString('en-GB', { maximumFractionDigits: decimals }))
}

const minus = (text: string) => text.replaceAll('-', '\u2212')
