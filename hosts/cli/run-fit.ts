import type { FitSettings } from '../../contract/schemas.ts'
import type { DatasetSummary, FitSummary } from '../../contract/views.ts'
import { warnBefore } from './before-fit.ts'
import type { Door } from './door.ts'
import type { ExitStatus } from './exit-status.ts'
import { progressLine } from './progress-line.ts'
import type { SearchCommand } from './search-options.ts'
import { printable, type Terminal } from './terminal.ts'

/** Fits, having said what may go wrong, with a line of progress; an interruption ends it with what was found. */
export async function runFit(
  door: Door,
  dataset: DatasetSummary,
  settings: FitSettings,
  { quiet }: Pick<SearchCommand, 'quiet'>,
  terminal: Terminal,
): Promise<FitSummary> {
  if (!quiet) await warnBefore(door, dataset, settings, terminal)
  const show = quiet ? null : terminal.progress
  try {
    return await door.engine.fit(
      { dataset: dataset.dataset, settings },
      {
        signal: terminal.interrupted,
        ...(show === null ? {} : { onProgress: (progress) => show(printable(progressLine(progress))) }),
      },
    )
  } finally {
    show?.('')
  }
}

/** What a fit is to whoever called the program, who is told why where it came to nothing. */
export function statusOf({ stopped, best, restarts }: FitSummary, terminal: Terminal): ExitStatus {
  if (stopped) {
    terminal.complain('basin: Stopped before the end; what was found until then is what is shown.\n')
    return 130
  }
  if (best !== null) return 0
  const reason = restarts.find((restart) => restart.reason !== undefined)?.reason
  const why = reason === undefined ? '' : ` The first collapsed: ${printable(reason)}`
  terminal.complain(
    `basin: No restart gave a usable model.${why} Ask for fewer components, another covariance model, or a larger --regularisation.\n`,
  )
  return 1
}
