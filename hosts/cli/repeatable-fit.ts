import { plainJson } from '../../contract/plain-json.ts'
import type { DatasetSummary, FitSummary } from '../../contract/views.ts'
import { checkRepeatable } from '../../engine/index.ts'
import { openDoor, type Door } from './door.ts'
import type { ExitStatus } from './exit-status.ts'
import { fitSettings } from './fit-settings.ts'
import { takeLogs } from './logs.ts'
import { reportText } from './report-text.ts'
import { runFit, statusOf } from './run-fit.ts'
import type { SearchCommand } from './search-options.ts'
import { readStartFile } from './start-file.ts'
import type { Terminal } from './terminal.ts'

/** A fit that can be made again on other rows. */
export interface RepeatableFit {
  door: Door
  dataset: DatasetSummary
  summary: FitSummary
}

/**
 * Fits as `basin fit` does and goes on with the fit, unless it was stopped or gave no usable model. Throws `not-available` before it
 * begins where such a fit cannot be made again.
 */
export async function withRepeatableFit(
  command: SearchCommand,
  terminal: Terminal,
  goOn: (fit: RepeatableFit) => Promise<ExitStatus>,
): Promise<ExitStatus> {
  const given = command.start === null ? null : await readStartFile(command.start)
  const door = openDoor(command.threads)
  try {
    const opened = await door.open(command.file, command.dialect, terminal.interrupted)
    const logged = await takeLogs(door.engine, opened, command.log)
    const { dataset } = logged
    const settings = await fitSettings(door.engine, logged, command, { given })
    checkRepeatable(settings)
    const summary = await runFit(door, dataset, settings, command, terminal)
    if (summary.stopped) {
      terminal.complain('basin: Stopped before the fit had ended, so nothing was drawn again.\n')
      return 130
    }
    const status = statusOf(summary, terminal)
    return status === 0 ? await goOn({ door, dataset, summary }) : status
  } finally {
    await door.close()
  }
}

/** What the report of the fit says of the data, of the settings and of its solutions. */
export async function reportParts(
  { door, summary }: RepeatableFit,
  { allowSpurious }: SearchCommand,
): Promise<{ data: object; settings: object; solutions: { id: string }[] }> {
  const text = await reportText(door, { fit: summary.fit, allowSpurious })
  const { data, settings, solutions } = JSON.parse(text) as Awaited<ReturnType<typeof reportParts>>
  return { data, settings, solutions }
}

/** JSON for a person or a program, typed arrays as lists. */
export function jsonText(document: object): string {
  const plain = (_: string, value: unknown): unknown =>
    value instanceof Float64Array ? Array.from(value) : value
  return `${plainJson(document, 2, plain)}\n`
}
