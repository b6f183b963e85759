import type { FitSettings } from '../../contract/schemas.ts'
import type { Door } from './door.ts'
import { printable, type Terminal } from './terminal.ts'

/** Complains of what will go wrong with a fit, a sentence to a line. What cannot be told keeps nothing from running. */
export async function warnBefore(
  { engine }: Door,
  dataset: string,
  settings: FitSettings,
  terminal: Terminal,
): Promise<void> {
  const asked = { dataset, settings, trials: false }
  const seen = await engine.forecast(asked, { signal: terminal.interrupted }).catch(() => null)
  for (const { message } of seen?.warnings ?? []) terminal.complain(`basin: ${printable(message)}\n`)
}
