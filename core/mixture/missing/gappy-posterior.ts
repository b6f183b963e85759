import type { Posterior, PosteriorTarget } from '../posterior.ts'
import type { Mixture } from '../types.ts'
import { createPatternTree } from './pattern-tree.ts'

/** Patterns whose marginal mixtures are kept at once. */
const KEPT = 1_000

interface Marginal {
  posterior: Posterior
  /** Places of the columns that the rows have, rising. */
  has: readonly number[]
  /** Those columns of `of`, the columns that were asked about last. */
  present: readonly Float64Array[]
  of: readonly Float64Array[] | null
}

/**
 * Rows with gaps are evaluated under the marginal mixture of the columns that they have (Ghahramani & Jordan 1994), all others
 * under the mixture itself; a row without any value cannot be read. `whole` makes the posterior of rows without gaps.
 */
export function createGappyPosterior(
  mixture: Mixture,
  whole: (mixture: Omit<Mixture, 'gaps'>) => Posterior,
): Posterior {
  const complete = whole(mixture)
  let tree = createPatternTree(mixture.dimension)
  let kept: Marginal[] = []

  function marginalOf(columns: readonly Float64Array[], row: number): Marginal {
    if (tree.patterns >= KEPT) {
      tree = createPatternTree(mixture.dimension)
      kept = []
    }
    const pattern = tree.patternOf(columns, row)
    return (kept[pattern] ??= newMarginal(columns, row))
  }

  function newMarginal(columns: readonly Float64Array[], row: number): Marginal {
    const all = [...columns.keys()]
    const found = all.filter((j) => Number.isFinite(columns[j][row]))
    const has = found.length === 0 ? all : found
    const posterior = has.length === all.length ? complete : whole(marginalMixture(mixture, has))
    return { posterior, has, present: [], of: null }
  }

  /** Evaluates the row and those after it that have the same pattern; returns the row that comes then. */
  function evaluateRun(
    columns: readonly Float64Array[],
    from: number,
    to: number,
    target: PosteriorTarget,
  ): number {
    const marginal = marginalOf(columns, from)
    let end = from + 1
    while (end < to && marginalOf(columns, end) === marginal) end++
    if (marginal.of !== columns) {
      marginal.of = columns
      marginal.present = marginal.has.map((j) => columns[j])
    }
    marginal.posterior.evaluate(marginal.present, from, end, target)
    return end
  }

  return {
    evaluate(columns, from, to, target) {
      for (let row = from; row < to;) row = evaluateRun(columns, row, to, target)
    },
  }
}

/** Weights, means and covariances of some of the columns. */
export function marginalMixture(mixture: Mixture, columns: readonly number[]): Omit<Mixture, 'gaps'> {
  const { components, dimension: d, weights } = mixture
  const dimension = columns.length
  const means = new Float64Array(components * dimension)
  const covariances = new Float64Array(components * dimension * dimension)
  for (let k = 0, at = 0, to = 0; k < components; k++) {
    for (const i of columns) {
      means[to++] = mixture.means[k * d + i]
      for (const j of columns) covariances[at++] = mixture.covariances[(k * d + i) * d + j]
    }
  }
  return { components, dimension, weights, means, covariances }
}
