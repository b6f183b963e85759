import { findingSentences } from '../../contract/finding-words.ts'
import { formatNumber } from '../../contract/words/number.ts'
import { simplestOf } from '../../contract/equal-models.ts'
import { isIndependent } from '../../contract/refinement.ts'
import { isSetAside } from '../../contract/set-aside.ts'
import type { DiagnosisView } from '../../contract/diagnosis-views.ts'
import type { Engine } from '../../contract/engine.ts'
import type {
  DatasetSummary,
  FitSummary,
  ModelView,
  RestartView,
  SolutionView,
} from '../../contract/views.ts'
import type { Findings } from './findings.ts'
import { findingsText } from './findings-text.ts'
import { fileText, warningText } from './inspect-text.ts'
import { nearTiesText } from './near-ties-text.ts'
import { duration } from './progress-line.ts'
import { tryOptions } from './remedy-options.ts'
import { searchText } from './search-text.ts'
import { printable } from './terminal.ts'
import { count, plural, shortNumber, textTable } from './text-table.ts'

const SHOWN_SOLUTIONS = 10
const SHOWN_COLUMNS = 8
/** The warning that the column of hits tells. */
const REFINED = 'found-by-refinement'

interface Told {
  /** The solution taken as best. */
  best: SolutionView | undefined
  allowSpurious: boolean
  findings: Findings
  /** A line for each file that was written. */
  written: string[]
}

/** A fit for a person to read in a terminal. */
export async function fitText(
  engine: Engine,
  dataset: DatasetSummary,
  summary: FitSummary,
  { best, allowSpurious, findings, written }: Told,
): Promise<string> {
  const restart = best?.restarts[0]
  const model = restart === undefined ? null : await engine.model({ fit: summary.fit, restart })
  const diagnosis = restart === undefined ? null : await engine.diagnose({ fit: summary.fit, restart })
  const told = new Set<string>(diagnosis?.findings.map(({ code }) => code))
  const others = best?.warnings.filter(({ code }) => !told.has(code)) ?? []
  const parts = [
    fileText(dataset) + usedText(summary) + restartsText(summary),
    best === undefined ? '' : solutionsText(summary, best, allowSpurious) + searchText(summary, best),
    best === undefined || model === null ? '' : modelText(best, model),
    diagnosisText(dataset, summary, best?.id ?? '', diagnosis),
    ...findingsText(findings),
  ]
  const saved =
    written.length === 0 ? '' : `\n${written.map((line) => `wrote ${printable(line)}\n`).join('')}`
  return (
    parts.filter((part) => part !== '').join('\n') +
    warningText([
      ...dataset.warnings,
      ...others.map(({ message, remedies }) => ({
        message: message + tryOptions(remedies, dataset, summary.settings),
      })),
    ]) +
    saved
  )
}

function diagnosisText(
  dataset: DatasetSummary,
  { settings }: FitSummary,
  solution: string,
  diagnosis: DiagnosisView | null,
): string {
  if (diagnosis === null || diagnosis.findings.length === 0) return ''
  const lines = diagnosis.findings.map((finding) => {
    const said = printable(findingSentences(finding, diagnosis).join(' '))
    return `${said}${tryOptions(finding.remedies, dataset, settings)}\n`
  })
  return `Diagnosis of ${solution}\n${lines.join('')}`
}

function usedText({ columns, rowsUsed, rowsDropped, rowsWithGaps, settings, weighting }: FitSummary): string {
  const why =
    settings.missing === 'em'
      ? 'without any value'
      : weighting === null
        ? 'with a missing value'
        : 'with a missing value or no weight'
  const dropped = rowsDropped === 0 ? '' : `; ${plural(rowsDropped, 'row')} ${why} left out`
  return `${count(rowsUsed)} rows used${gapsText(rowsWithGaps)}${dropped}; columns ${printable(columns.join(', '))}\n${weightsText(weighting)}`
}

function gapsText(rows: number): string {
  return rows === 0 ? '' : `, ${count(rows)} of them with gaps (EM under missing at random)`
}

function weightsText(weighting: FitSummary['weighting']): string {
  if (weighting === null) return ''
  const name = printable(weighting.column)
  return weighting.kind === 'frequency'
    ? `each row counts as often as ${name} says: n = ${count(weighting.count)}\n`
    : `rows count by their importance ${name}, of mean 1: n = ${count(weighting.count)}\n`
}

function restartsText({ restarts, refinements, seconds, threads }: FitSummary): string {
  const starts = restarts.filter(isIndependent)
  const states = new Map<RestartView['state'], number>()
  for (const { state } of starts) states.set(state, (states.get(state) ?? 0) + 1)
  const ends = [...states].map(([state, number]) => `${count(number)} ${state}`).join(', ')
  const ran = `${plural(starts.length, 'restart')} (${ends})${refinementsText(refinements)}`
  return `${ran} in ${duration(seconds)} on ${plural(threads, 'thread')}\n`
}

function refinementsText({ tried, better }: FitSummary['refinements']): string {
  if (tried === 0) return ''
  return ` and ${plural(tried, 'refinement')} (${better === 0 ? 'none' : count(better)} better)`
}

function solutionsText(summary: FitSummary, best: SolutionView, allowSpurious: boolean): string {
  const { solutions, restarts, settings, columns } = summary
  const { criterion } = settings
  const clean = solutions.filter(({ warnings, id }) => !isSetAside(warnings, allowSpurious) || id === best.id)
  const listed = clean.length > 0 ? clean : solutions
  const asked = (solution: SolutionView) =>
    restarts.filter(
      (restart) =>
        restart.components === solution.components &&
        restart.covariance === solution.covariance &&
        isIndependent(restart),
    ).length
  const head = [
    '',
    'solution',
    'model',
    'K',
    'parameters',
    'log-likelihood',
    criterion.toUpperCase(),
    'hits',
    '',
  ]
  const rows = listed
    .slice(0, SHOWN_SOLUTIONS)
    .map((solution) => [
      solution === best ? '*' : '',
      solution.id,
      solution.covariance,
      String(solution.components),
      String(solution.parameters),
      solution.logLikelihood.toFixed(4),
      solution[criterion].toFixed(3),
      solution.hits === 0 ? 'refined' : `${solution.hits} of ${asked(solution)}`,
      marksOf(solution, simplestOf(solution, listed, criterion, columns.length)),
    ])
  const refined = listed.slice(0, SHOWN_SOLUTIONS).some(({ hits }) => hits === 0)
  const sign = criterion === 'bic' ? ' (mclust prints it with the other sign)' : ''
  return [
    textTable([head, ...rows], [false, false, false, true, true, true, true, true, false]),
    `* best by ${criterion.toUpperCase()}, lower is better${sign}\n`,
    refined ? 'refined: no restart reached it; it was found by changing another solution\n' : '',
    listed.length > rows.length
      ? `${plural(listed.length - rows.length, 'more solution is', 'more solutions are')} in the report\n`
      : '',
    setAsideText(solutions.length - listed.length),
    nearTiesText(summary, allowSpurious),
    rivalText(summary, best),
  ].join('')
}

/** The second is the solution of the simplest model that has the very same mixtures; itself where it is that one. */
function marksOf(solution: SolutionView, { covariance, components }: SolutionView): string {
  const { kind, warnings } = solution
  const codes = warnings.map(({ code }) => code).filter((code) => code !== REFINED)
  const same = covariance === solution.covariance ? [] : [`the same model as ${covariance},${components}`]
  return [...new Set([...same, ...(kind === 'near-tie' ? ['near tie'] : []), ...codes])].join(', ')
}

/** What would be best if spurious solutions were judged otherwise, and by how much. */
function rivalText(
  { best: sound, bestWithSpurious: any, solutions, settings: { criterion } }: FitSummary,
  best: SolutionView,
): string {
  if (sound === any) return ''
  const valueOf = (id: string | null) => solutions.find((each) => each.id === id)?.[criterion] ?? NaN
  const lower = valueOf(sound) - valueOf(any)
  const gap = `${criterion.toUpperCase()} ${lower < 0 ? 'higher' : 'lower'} by ${formatNumber(Math.abs(lower), 4)}`
  return best.id === any
    ? `${any} is spurious and best because of --allow-spurious (${gap}); else it would be ${sound}\n`
    : `${any} would be best if spurious ones were allowed (--allow-spurious): ${gap}\n`
}

function setAsideText(number: number): string {
  if (number === 0) return ''
  const solutions = plural(number, 'solution is', 'solutions are')
  return `${solutions} set aside (a component on a few rows or a flat direction, or two that coincide); the report has them\n`
}

function modelText(best: SolutionView, { columns, weights, means, sizes, noise }: ModelView): string {
  const shown = columns.slice(0, SHOWN_COLUMNS)
  const head = ['cluster', 'rows', 'weight', ...shown.map((name) => printable(name).slice(0, 24))]
  const rows = Array.from(weights, (weight, k) => [
    String(k + 1),
    count(sizes[k]),
    weight.toFixed(4),
    ...shown.map((_, j) => shortNumber(means[k * columns.length + j])),
  ])
  if (noise !== undefined)
    rows.push(['0 noise', count(noise.size), noise.weight.toFixed(4), ...shown.map(() => '')])
  const cut = columns.length > shown.length ? ` (first ${shown.length} of ${columns.length} columns)` : ''
  return `Means of ${best.id}${cut}\n${textTable(
    [head, ...rows],
    head.map(() => true),
  )}`
}
