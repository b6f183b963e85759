import type { FitSettings } from '../../../contract/schemas.ts'
import type { DatasetSummary, FitSummary } from '../../../contract/views.ts'
import type { RunningFit } from '../../stores/fit-call.ts'
import { formatDuration } from '../../format/duration.ts'
import { formatCount } from '../../format/number.ts'
import { plural } from '../../format/plural.ts'
import { describeLeftOut, describeRejected } from '../../format/import-words.ts'
import { describeCount } from '../../format/weighting.ts'
import { describeProgress } from '../../format/progress.ts'

/** `12 rows selected`. */
export function describeSelection(count: number): string {
  return count === 0 ? '' : `${plural(count, 'row')} selected`
}

/** `100 rows · 2 columns · 19 dropped, 81 used · n = 208 (frequency: w)`, `272 rows · 2 columns · 3 dropped, 269 used · 5 cells rejected (5 × text)`: of the fit where there is one, else of the columns ticked. */
export function describeData(
  data: DatasetSummary,
  ticked: readonly number[],
  fit: FitSummary | null,
  missing: FitSettings['missing'] = 'drop',
): string {
  const columns = fit === null ? ticked : fit.settings.columns
  const dropped =
    fit !== null
      ? describeUsed(fit, data.rows)
      : missing === 'em'
        ? 'rows with gaps used'
        : leastDropped(data, ticked)
  const lost = [describeRejected(data), ...describeLeftOut(data)].filter((text) => text !== '')
  const weighting = fit?.weighting ?? null
  const count = weighting === null ? [] : [describeCount(weighting)]
  return [plural(data.rows, 'row'), plural(columns.length, 'column'), dropped, ...count, ...lost].join(' · ')
}

/** Before a fit only the missing cells per column are known: exact for one such column, a lower bound for several. */
function leastDropped(data: DatasetSummary, ticked: readonly number[]): string {
  const on = new Set(ticked)
  const missing = data.columns
    .filter((column) => on.has(column.index))
    .map((column) => column.missing + column.rejected)
    .filter((count) => count > 0)
  const least = Math.max(0, ...missing)
  if (missing.length < 2) return describeDropped(least, data.rows)
  return `at least ${formatCount(least)} dropped, at most ${formatCount(data.rows - least)} used`
}

function describeUsed({ rowsDropped, rowsWithGaps }: FitSummary, rows: number): string {
  const dropped = describeDropped(rowsDropped, rows)
  return rowsWithGaps === 0 ? dropped : `${dropped}, ${formatCount(rowsWithGaps)} with gaps`
}

function describeDropped(dropped: number, rows: number): string {
  return dropped === 0 ? '0 dropped' : `${formatCount(dropped)} dropped, ${formatCount(rows - dropped)} used`
}

/** `20 of 20 restarts · 3 solutions`; while solutions are refined `all 20 restarts · refining 7 of 20`. */
export function describeRestarts(
  running: RunningFit | null,
  finished: number,
  all: number,
  fit: FitSummary | null,
): string {
  if (running !== null) return running.total === 0 ? 'starting' : describeProgress(running)
  if (fit === null) return ''
  const stopped = fit.interrupted === true ? ' · stopped when Basin ended' : fit.stopped ? ' · stopped' : ''
  return `${formatCount(finished)} of ${plural(all, 'restart')} · ${plural(fit.solutions.length, 'solution')}${describeRefinements(fit)}${stopped}`
}

function describeRefinements({ refinements: { tried, better } }: FitSummary): string {
  return tried === 0 ? '' : ` · ${plural(tried, 'refinement')}, ${better === 0 ? 'none' : better} better`
}

/** `0.4 s · 2 threads`. */
export function describeTiming(running: RunningFit | null, fit: FitSummary | null): string {
  if (running !== null) return formatDuration(running.seconds)
  return fit === null ? '' : `${formatDuration(fit.seconds)} · ${plural(fit.threads, 'thread')}`
}
