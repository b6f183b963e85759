import type { FitSettings } from '../../../contract/schemas.ts'
import type { DatasetSummary, FitSummary } from '../../../contract/views.ts'
import { say } from '../../../contract/words/say.ts'
import type { RunningFit } from '../../stores/fit-call.ts'
import { formatDuration } from '../../format/duration.ts'
import { describeLeftOut, describeRejected } from '../../format/import-words.ts'
import { describeCount } from '../../format/weighting.ts'
import { removedWords } from '../../format/removed.ts'
import { describeProgress } from '../../format/progress.ts'

/** `12 rows selected`. */
export function describeSelection(count: number): string {
  return count === 0
    ? ''
    : say('{rows, plural, one {# row selected} other {# rows selected}}', { rows: count })
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
        ? say('rows with gaps used')
        : leastDropped(data, ticked)
  const lost = [describeRejected(data), ...describeLeftOut(data)].filter((text) => text !== '')
  const weighting = fit?.weighting ?? null
  const count = weighting === null ? [] : [describeCount(weighting)]
  return [
    say('{rows, plural, one {# row} other {# rows}}', { rows: data.rows }),
    say('{columns, plural, one {# column} other {# columns}}', { columns: columns.length }),
    dropped,
    ...count,
    ...lost,
  ].join(' · ')
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
  return say('at least {least, number} dropped, at most {most, number} used', {
    least,
    most: data.rows - least,
  })
}

function describeUsed({ rowsDropped, rowsWithGaps }: FitSummary, rows: number): string {
  const dropped = describeDropped(rowsDropped, rows)
  return rowsWithGaps === 0
    ? dropped
    : say('{dropped}, {rows, number} with gaps', { dropped, rows: rowsWithGaps })
}

function describeDropped(dropped: number, rows: number): string {
  return dropped === 0
    ? say('0 dropped')
    : say('{dropped, number} dropped, {used, number} used', { dropped, used: rows - dropped })
}

/** `20 of 20 restarts · 3 solutions · 2 restarts removed by hand`; while solutions are refined `all 20 restarts · refining 7 of 20`. */
export function describeRestarts(
  running: RunningFit | null,
  finished: number,
  all: number,
  fit: FitSummary | null,
): string {
  if (running !== null) return running.total === 0 ? say('starting') : describeProgress(running)
  if (fit === null) return ''
  const stopped = fit.interrupted === true ? say('stopped when Basin ended') : say('stopped')
  return [
    say('{ended, number} of {all, plural, one {# restart} other {# restarts}}', { ended: finished, all }),
    say('{solutions, plural, one {# solution} other {# solutions}}', { solutions: fit.solutions.length }),
    ...(fit.removed.length > 0 ? [removedWords(fit.removed.length)] : []),
    ...describeRefinements(fit),
    ...(fit.interrupted === true || fit.stopped ? [stopped] : []),
  ].join(' · ')
}

function describeRefinements({ refinements: { tried, better } }: FitSummary): string[] {
  if (tried === 0) return []
  return better === 0
    ? [say('{tried, plural, one {# refinement} other {# refinements}}, none better', { tried })]
    : [say('{tried, plural, one {# refinement} other {# refinements}}, {better} better', { tried, better })]
}

/** `0.4 s · 2 threads`. */
export function describeTiming(running: RunningFit | null, fit: FitSummary | null): string {
  if (running !== null) return formatDuration(running.seconds)
  if (fit === null) return ''
  const threads = say('{threads, plural, one {# thread} other {# threads}}', { threads: fit.threads })
  return `${formatDuration(fit.seconds)} · ${threads}`
}
