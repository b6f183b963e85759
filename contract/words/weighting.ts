import type { WeightingView, WeightKind } from '../weighting.ts'
import { formatCount, formatNumber } from './number.ts'
import { say } from './say.ts'

/** As they are offered. */
export const WEIGHT_KIND_NAMES: Record<WeightKind, string> = {
  frequency: say('Frequency'),
  importance: say('Importance'),
}

/** What the weights then are, in a sentence. */
export const WEIGHT_KIND_HINTS: Record<WeightKind, string> = {
  frequency: say('How many cases a row stands for: whole numbers; n is their sum.'),
  importance: say('How much a row counts beside the others: brought to a mean of 1; n is the rows used.'),
}

/** `frequency: w`. */
export const nameWeights = ({ kind, column }: Pick<WeightingView, 'kind' | 'column'>): string =>
  kind === 'frequency' ? say('frequency: {column}', { column }) : say('importance: {column}', { column })

/** So many rows, and what they weigh where not all count once. */
export function rowsThatWeigh(rows: number, weight: number | null): string {
  if (weight === null) return say('{rows, plural, one {# row} other {# rows}}', { rows })
  return say('{rows, plural, one {# row that weighs {weight}} other {# rows that weigh {weight}}}', {
    rows,
    weight: formatWeight(weight),
  })
}

/** `n = 208 (frequency: w)`. */
export function describeCount({ count, kind, column }: WeightingView): string {
  return `n = ${formatCount(count)} (${nameWeights({ kind, column })})`
}

/** One sentence on what n is; of a fit without weights, the rows used. */
export function explainCount(weighting: WeightingView | null): string {
  if (weighting === null) return say('The rows used: every row counts once')
  const { column, kind, zero, missing } = weighting
  const what =
    kind === 'frequency'
      ? say('The sum of the frequencies in {column}', { column })
      : say('The rows used: each counts by its importance in {column}, of mean 1', { column })
  const out = [
    ...(zero > 0 ? [say('{rows, number} with a weight of 0', { rows: zero })] : []),
    ...(missing > 0 ? [say('{rows, number} without a weight', { rows: missing })] : []),
  ]
  return out.length === 0 ? what : say('{what}; left out: {rows}', { what, rows: out.join(', ') })
}

/** What rows weigh: a count where it is whole. */
export function formatWeight(weight: number): string {
  return Number.isInteger(weight) ? formatCount(weight) : formatNumber(weight, 4)
}
