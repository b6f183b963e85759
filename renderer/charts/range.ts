import { extentOf } from './extent.ts'

/** The range of what is drawn along an axis, with a little room at both ends; `offsets` are from the centre. */
export function rangeOf(offsets: Float32Array, centre: number): [number, number] {
  const { low, high } = extentOf(offsets)
  const margin = (high - low) * 0.02
  return [centre + low - margin, centre + high + margin]
}
