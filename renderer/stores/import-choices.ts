import type { DialectChoice } from '../../contract/schemas.ts'
import type { NumberFormat } from '../../contract/views.ts'

/** Choices after which the columns are other ones, so that what was said of single columns is no longer about them. */
const STRUCTURAL: readonly (keyof DialectChoice)[] = ['delimiter', 'quote', 'encoding']

/** What was chosen before, and what is chosen now. */
export function mergeChoices(before: DialectChoice, change: DialectChoice): DialectChoice {
  const merged = { ...before, ...change }
  if (STRUCTURAL.some((key) => change[key] !== undefined && change[key] !== before[key]))
    delete merged.columns
  return merged
}

/** With the numbers of one column read in another way than the rest. */
export function withColumnFormat(
  before: DialectChoice,
  index: number,
  { decimal, thousands }: Pick<NumberFormat, 'decimal' | 'thousands'>,
): DialectChoice {
  const others = (before.columns ?? []).filter((column) => column.index !== index)
  const columns = [...others, { index, decimal, thousands }].sort((a, b) => a.index - b.index)
  return { ...before, columns }
}
