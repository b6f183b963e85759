import { EngineError } from '../../contract/errors.ts'
import { phrase } from '../../contract/words/say.ts'
import { LIMITS } from '../../contract/limits.ts'
import type { FitSettings } from '../../contract/schemas.ts'
import { freeMemory } from '../../workers/free-memory.ts'
import type { Dataset } from '../datasets.ts'
import { bytesPhrase } from '../forecast/text.ts'
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
      phrase('The start has {given} components, but {asked} were asked for.', {
        given,
        asked: rangePhrase(components),
      }),
      phrase('Ask for {given} components.', { given }),
    )
  const { rows, curves, found, labels } = fitBytes(dataset.file.rows, settings, plan, slots)
  if (curves > LIMITS.traceBytes)
    throw new EngineError(
      'too-large',
      phrase(
        '{restarts} restarts of up to {iterations} iterations need {needed} for their curves; at most {most} are allowed.',
        {
          restarts: plan.length,
          iterations: maxIterations,
          needed: bytesPhrase(curves),
          most: bytesPhrase(LIMITS.traceBytes),
        },
      ),
      phrase('Ask for fewer restarts, a smaller range of components, or a lower iteration limit.'),
    )
  const bytes = rows + curves + found + labels
  if (bytes <= free) return
  const most = Math.max(rows + labels, curves, found)
  throw new EngineError(
    'too-large',
    phrase(
      'The fit needs about {bytes} of memory, most of it for {what}; {free} are free: {missing} are missing.',
      {
        bytes: bytesPhrase(bytes),
        what:
          most === found
            ? phrase('what {restarts} restarts find', { restarts: plan.length })
            : most === curves
              ? phrase('their curves')
              : phrase('{rows} rows', { rows: dataset.file.rows }),
        free: bytesPhrase(free),
        missing: bytesPhrase(bytes - free),
      },
    ),
    most === found || most === curves
      ? phrase(
          'Ask for fewer restarts, a smaller range of components or fewer columns, or close other programs.',
        )
      : phrase('Close other programs, ask for fewer columns, or open a file of fewer rows.'),
  )
}

/** `3`, or `3 to 5`. */
export const rangePhrase = ({ from, to }: FitSettings['components']) =>
  from === to ? String(from) : phrase('{from} to {to}', { from, to })
