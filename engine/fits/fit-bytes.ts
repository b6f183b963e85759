import type { FitSettings } from '../../contract/schemas.ts'
import { fitMemoryBytes } from '../../workers/fit-memory.ts'
import type { PlannedRestart } from './plan.ts'

/** Bytes of memory that a fit takes: its rows as they are packed, the curves of its slots, and the models that restarts find. */
export interface FitBytes {
  rows: number
  curves: number
  found: number
}

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
  }
}

/** Numbers in the parameters of one restart. */
const parametersOf = (components: number, dimension: number) =>
  components * (1 + dimension + dimension * dimension)
