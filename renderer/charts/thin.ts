import type { Colouring } from './colouring.ts'

/**
 * Places of a fair few of so many points, in their order and the same every time: about `most` of them, or all where they are no
 * more.
 */
export function thinned(count: number, most: number): Uint32Array {
  if (count <= most) return Uint32Array.from({ length: count }, (_, place) => place)
  const share = most / count
  const places: number[] = []
  for (let place = 0; place < count; place++) if (scattered(place) < share) places.push(place)
  return Uint32Array.from(places)
}

/** What some of the points hold. */
export function at<Values extends Uint8Array | Float32Array | Uint32Array>(
  values: Values,
  places: Uint32Array,
): Values {
  const Of = values.constructor as new (length: number) => Values
  const taken = new Of(places.length)
  for (let i = 0; i < places.length; i++) taken[i] = values[places[i] ?? 0] ?? 0
  return taken
}

export function colouringAt(colouring: Colouring, places: Uint32Array): Colouring {
  if (colouring.kind === 'value') return { ...colouring, values: at(colouring.values, places) }
  if (colouring.kind === 'category') return { ...colouring, codes: at(colouring.codes, places) }
  return colouring
}

/** A number from 0 to 1 that tells nothing of its neighbours (the finaliser of MurmurHash3, Appleby 2011). */
function scattered(place: number): number {
  let hash = place + 0x9e3779b9
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32
}
