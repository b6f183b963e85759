import type { FitSettings } from '../../contract/schemas.ts'
import { fitMemoryBytes } from '../../workers/fit-memory.ts'
import type { PlannedRestart } from './plan.ts'

/**
 * Bytes of memory that a fit takes: its rows as they are packed, the curves of its slots, the models that restarts find, and what
 * is kept of every row for the restart looked at.
 */
export interface FitBytes {
  rows: number
  curves: number
  found: number
  labels: number
}

/** Label, uncertainty and log density of a row, and its place among those used. */
const LABEL_BYTES = 1 + 8 + 8 + 4

export function fitBytes(
  rows: number,
  { columns, maxIterations }: Pick<FitSettings, 'columns' | 'maxIterations'>,
  plan: readonly Pick<PlannedRestart, 'components'>[],
  slots: number,
): FitBytes {
  const bytes = Float64Array.BYTES_PER_ELEMENT
  const found = plan.reduce((sum, { components }) => sum + parametersOf(components, columns.length), 0)
  return {
    rows: rows * columns.length * bytes,
    curves: fitMemoryBytes(slots, maxIterations),
    found: found * bytes,
    labels: rows * LABEL_BYTES,
  }
}

/** Numbers in the parameters of one restart. */
const parametersOf = (components: number, dimension: number) =>
  components * (1 + dimension + dimension * dimension)
