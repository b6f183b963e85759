import { EngineError } from '../../contract/errors.ts'
import { LIMITS } from '../../contract/limits.ts'
import type { FitSettings } from '../../contract/schemas.ts'
import { freeMemory } from '../../workers/free-memory.ts'
import type { Dataset } from '../datasets.ts'
import { bytesText } from '../forecast/text.ts'
import { fitBytes } from './fit-bytes.ts'
import type { PlannedRestart } from './plan.ts'
import { startComponents } from './start.ts'

/**
 * What can be refused before any row is read: components against the start, and the memory that the rows, the curves and what is
 * found would need beside what is free. `slots` is of the fit's shared memory. Throws `invalid-input` or `too-large`.
 */
export function checkSize(
  dataset: Dataset,
  settings: FitSettings,
  plan: readonly PlannedRestart[],
  slots: number,
  free: number = freeMemory(),
): void {
  const { components, start, maxIterations } = settings
  const given = start === undefined ? null : startComponents(start)
  if (given !== null && (given !== components.from || given !== components.to))
    throw new EngineError(
      'invalid-input',
      `The start has ${given} components, but ${rangeText(components)} were asked for.`,
      `Ask for ${given} components.`,
    )
  const { rows, curves, found, labels } = fitBytes(dataset.file.rows, settings, plan, slots)
  if (curves > LIMITS.traceBytes)
    throw new EngineError(
      'too-large',
      `${plan.length} restarts of up to ${maxIterations} iterations need ${bytesText(curves)} for their curves; at most ${bytesText(LIMITS.traceBytes)} are allowed.`,
      'Ask for fewer restarts, a smaller range of components, or a lower iteration limit.',
    )
  const bytes = rows + curves + found + labels
  if (bytes <= free) return
  const most = Math.max(rows + labels, curves, found)
  throw new EngineError(
    'too-large',
    `The fit needs about ${bytesText(bytes)} of memory, most of it for ${most === found ? `what ${plan.length} restarts find` : most === curves ? 'their curves' : `${dataset.file.rows} rows`}; ${bytesText(free)} are free: ${bytesText(bytes - free)} are missing.`,
    most === found || most === curves
      ? 'Ask for fewer restarts, a smaller range of components or fewer columns, or close other programs.'
      : 'Close other programs, ask for fewer columns, or open a file of fewer rows.',
  )
}

const rangeText = ({ from, to }: FitSettings['components']) =>
  from === to ? String(from) : `${from} to ${to}`
