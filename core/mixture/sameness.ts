import { matchComponents } from './matching.ts'
import { adjustedRandIndex, contingency } from './partition.ts'
import type { Mixture } from './types.ts'

/** Whether two mixtures are one model. */
export type Sameness = (a: Mixture, b: Mixture) => boolean

/** A mixture's labels of the same sample of rows each time, 0-based; null where it has none, which never agree. */
export type SampleLabels = (mixture: Mixture) => Uint8Array | null

const PARAMETER_DISTANCE = 0.01
const SAME_PARTITION = 0.999

/**
 * Two mixtures with components by decreasing weight are one model if their matched parameters differ by less than 0.01 (in units of
 * `spread` [d], the column standard deviations) or their labels of a sample of rows have an adjusted Rand index above 0.999. Labels are
 * asked for only where the parameters do not decide. The weights of noise components may differ by 0.01 as well. Each pair is compared once.
 */
export function createSameness(spread: Float64Array, sampleLabels: SampleLabels = () => null): Sameness {
  const known = new WeakMap<Mixture, Map<Mixture, boolean>>()
  return (a, b) => {
    const ofB = known.get(b)
    const before = ofB?.get(a)
    if (before !== undefined) return before
    const same = sameNoise(a, b) && (sameParameters(a, b, spread) || samePartition(a, b, sampleLabels))
    if (ofB === undefined) known.set(b, new Map([[a, same]]))
    else ofB.set(a, same)
    return same
  }
}

function sameNoise({ noise: a }: Mixture, { noise: b }: Mixture): boolean {
  return Math.abs((a?.weight ?? 0) - (b?.weight ?? 0)) < PARAMETER_DISTANCE
}

function sameParameters(a: Mixture, b: Mixture, spread: Float64Array): boolean {
  if (a.components !== b.components) return false
  // However components are matched, their sorted weights differ by no more than the matched ones.
  for (let k = 0; k < a.components; k++)
    if (Math.abs(a.weights[k] - b.weights[k]) >= PARAMETER_DISTANCE) return false
  return matchComponents(a, b, spread, PARAMETER_DISTANCE).distance < PARAMETER_DISTANCE
}

function samePartition(a: Mixture, b: Mixture, sampleLabels: SampleLabels): boolean {
  const left = sampleLabels(a)
  const right = left === null ? null : sampleLabels(b)
  if (left === null || right === null) return false
  const table = contingency(left, right, a.components, b.components)
  return table.rows > 0 && adjustedRandIndex(table) > SAME_PARTITION
}
