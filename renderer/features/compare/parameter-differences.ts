import type { ModelView } from '../../../contract/views.ts'

export type Quantity = 'weight' | 'mean' | 'sd' | 'correlation'

/** One parameter of two matched components. */
export interface ParameterDifference {
  quantity: Quantity
  /** The column, or both of a correlation; none for the weight. */
  columns: string[]
  left: number
  right: number
  /**
   * Right against left without a unit: means in standard deviations of the column, standard deviations by the natural
   * logarithm of their ratio, weights and correlations by their difference.
   */
  difference: number
}

export interface MatchedDifferences {
  left: number
  right: number
  /** Largest first. */
  differences: ParameterDifference[]
}

/** With more columns than this there are too many correlations to list. */
export const MOST_CORRELATED = 40

/**
 * What differs between matched components, the pair that differs most first. `match[k]` is the right component of left
 * component k, −1 for none; `spread` are the standard deviations of the columns.
 */
export function parameterDifferences(
  left: ModelView,
  right: ModelView,
  match: readonly number[],
  spread: readonly number[],
): MatchedDifferences[] {
  return match
    .flatMap((b, a) => (b < 0 ? [] : [{ left: a, right: b, differences: pairOf(left, a, right, b, spread) }]))
    .sort((p, q) => most(q) - most(p))
}

function pairOf(
  left: ModelView,
  a: number,
  right: ModelView,
  b: number,
  spread: readonly number[],
): ParameterDifference[] {
  const { columns } = left
  const found = [difference('weight', [], left.weights[a], right.weights[b], minus)]
  columns.forEach((column, i) => {
    const unit = spread[i] || 1
    const apart = (p: number, q: number) => (q - p) / unit
    found.push(difference('mean', [column], mean(left, a, i), mean(right, b, i), apart))
    found.push(difference('sd', [column], sd(left, a, i), sd(right, b, i), (p, q) => Math.log(q / p)))
    for (let j = 0; j < i && columns.length <= MOST_CORRELATED; j++)
      found.push(
        difference(
          'correlation',
          [columns[j] ?? '', column],
          correlation(left, a, i, j),
          correlation(right, b, i, j),
          minus,
        ),
      )
  })
  return found.sort((p, q) => Math.abs(q.difference) - Math.abs(p.difference))
}

const minus = (p: number, q: number) => q - p

function difference(
  quantity: Quantity,
  columns: string[],
  left = NaN,
  right = NaN,
  between: (left: number, right: number) => number,
): ParameterDifference {
  return { quantity, columns, left, right, difference: between(left, right) }
}

const mean = ({ means, columns }: ModelView, k: number, i: number) => means[k * columns.length + i]

const covariance = ({ covariances, columns: { length: d } }: ModelView, k: number, i: number, j: number) =>
  covariances[(k * d + i) * d + j] ?? NaN

const sd = (model: ModelView, k: number, i: number) => Math.sqrt(covariance(model, k, i, i))

const correlation = (model: ModelView, k: number, i: number, j: number) =>
  covariance(model, k, i, j) / sd(model, k, i) / sd(model, k, j)

const most = ({ differences }: MatchedDifferences) => Math.abs(differences[0]?.difference ?? 0)
