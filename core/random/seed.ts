import type { CovarianceModel } from '../mixture/types.ts'

/**
 * The seed of one restart, an unsigned 32-bit integer. It depends on these four values and on nothing else, so more
 * restarts, other models or another number of threads never change it. Mixing by the finaliser of MurmurHash3 (Appleby 2011).
 */
export function restartSeed(
  master: number,
  components: number,
  covariance: CovarianceModel,
  index: number,
): number {
  let hash = scramble((master ^ 0x9e3779b9) >>> 0)
  hash = scramble(hash ^ components)
  for (let i = 0; i < covariance.length; i++) hash = scramble(hash ^ (covariance.charCodeAt(i) + (i << 8)))
  return scramble(hash ^ index) >>> 0
}

/** Where the counters of refinements begin: above every restart's. */
const REFINEMENTS_FROM = 0x8000_0000

/** The seed of one refinement, 0-based within (components, covariance); no restart has the same counter. */
export function refinementSeed(
  master: number,
  components: number,
  covariance: CovarianceModel,
  index: number,
): number {
  return restartSeed(master, components, covariance, REFINEMENTS_FROM + index)
}

/** What rows are drawn for. */
export type Drawing = 'bootstrap' | 'subsample' | 'simulation'

const DRAWINGS: Record<Drawing, number> = { bootstrap: 1, subsample: 2, simulation: 3 }

/**
 * The seed of one replicate of a drawing, 0-based: of its rows, and the master seed of the restarts over them. Asking for more
 * replicates only appends.
 */
export function replicateSeed(master: number, drawing: Drawing, index: number): number {
  return scramble(scramble(scramble((master ^ 0x517cc1b7) >>> 0) ^ DRAWINGS[drawing]) ^ index) >>> 0
}

function scramble(value: number): number {
  let h = Math.imul(value, 0x85ebca6b) + 0x6a09e667
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}
