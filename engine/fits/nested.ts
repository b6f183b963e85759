import type { FitSettings } from '../../contract/schemas.ts'

/** Up to here regularisation moves what is reached by less than makes another solution, unless a component is a sliver. */
const NEGLIGIBLE = 1e-6

/**
 * Whether the best log-likelihood must not fall with more components, nor with a model that contains another: only where it is
 * what is maximised. A prior or regularisation that matters may lower it.
 */
export function isNested({ prior, regularisation }: FitSettings): boolean {
  const { kind, value } = regularisation
  return prior === 'none' && (value === 0 || (kind === 'relative' && value <= NEGLIGIBLE))
}
