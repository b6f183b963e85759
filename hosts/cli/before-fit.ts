import type { FitSettings } from '../../contract/schemas.ts'
import type { DatasetSummary } from '../../contract/views.ts'
import type { Door } from './door.ts'
import { tryOptions } from './remedy-options.ts'
import { printable, type Terminal } from './terminal.ts'

/** Complains of what will go wrong with a fit, a line for each, with the options that mend it. What cannot be told keeps nothing from running. */
export async function warnBefore(
  { engine }: Door,
  dataset: DatasetSummary,
  settings: FitSettings,
  terminal: Terminal,
): Promise<void> {
  const asked = { dataset: dataset.dataset, settings, trials: false }
  const seen = await engine.forecast(asked, { signal: terminal.interrupted }).catch(() => null)
  for (const { message, remedies } of seen?.warnings ?? [])
    terminal.complain(`basin: ${printable(message)}${tryOptions(remedies, dataset, settings)}\n`)
}
