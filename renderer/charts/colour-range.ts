/** Share of the values beyond each end of the colours, so that a few far away do not leave one colour to the rest. */
const BEYOND = 0.01
const SORTED = 20_000

/** The range that colours tell apart: nearly all of the values, which may hold NaN; offsets from `centre`. */
export function colourRange(values: Float32Array, centre = 0): [number, number] {
  const step = Math.max(1, Math.floor(values.length / SORTED))
  const picked: number[] = []
  for (let i = 0; i < values.length; i += step) {
    const value = values[i] ?? NaN
    if (!Number.isNaN(value)) picked.push(value)
  }
  const some = Float32Array.from(picked).sort()
  if (some.length === 0) return [0, 0]
  const place = (share: number) => some[Math.round(share * (some.length - 1))] ?? 0
  return [centre + place(BEYOND), centre + place(1 - BEYOND)]
}

/** Whether any value lies below or above what colours tell apart. */
export function beyondRange(
  values: Float32Array,
  centre: number,
  [low, high]: readonly [number, number],
): { below: boolean; above: boolean } {
  const [least, most] = [Math.fround(low - centre), Math.fround(high - centre)]
  let [below, above] = [false, false]
  for (let i = 0; i < values.length && !(below && above); i++) {
    const value = values[i] ?? NaN
    below ||= value < least
    above ||= value > most
  }
  return { below, above }
}
