import type { RestartView, SolutionView } from '../../../contract/views.ts'
import { isIndependent } from '../../../contract/refinement.ts'
import { KIND_MEANINGS, KIND_NAMES } from '../../../contract/words/kinds.ts'
import { formatCount, formatFixed, formatGap, formatNumber } from '../../../contract/words/number.ts'
import { plural } from '../plural.ts'
import { STATE_NAMES } from '../../../contract/words/words.ts'
import { tracesOf } from '../../fits/traces.ts'
import type { ReportFacts, Told } from '../facts.ts'
import { markup, paragraph, section, table, type Markup, type Part } from '../markup.ts'
import { curvesPicture } from '../pictures/curves-picture.ts'
import { landscapePicture } from '../pictures/landscape-picture.ts'
import { isAside, letterOf, lookOf, type CellRestarts } from '../pictures/restarts.ts'
import { removedText } from './removed.ts'
import { isOf } from './summary.ts'

const MOST_SOLUTIONS = 20

/** Where the restarts of the told model ended: EM climbs to a local maximum, and which one depends on the start. */
export function landscapeSection(facts: ReportFacts): Markup {
  const { told } = facts
  const intro = paragraph(
    'EM climbs to a maximum of the log-likelihood, and which one depends on where it starts. Restarts that reach the same maximum with the same clusters are one solution; how many restarts reached it are its hits.',
  )
  if (told === null) return section('landscape', 'Landscape', intro, endsOf(facts.summary.restarts))
  const cell = cellOf(facts, told)
  const removed = removedText(facts.summary.removed.filter((each) => isOf(told.restart, each)))
  const title = `Landscape of ${told.restart.covariance} with ${plural(told.restart.components, 'component')}`
  return section(
    'landscape',
    title,
    intro,
    endsOf(facts.summary.restarts.filter((each) => isOf(told.restart, each))),
    removed === '' ? null : paragraph(removed),
    cell.ended.length === 0 ? null : [landscapePicture(cell), curvesPicture(cell)],
    solutionsTable(facts, cell, told),
    unseenText(facts, told),
  )
}

function cellOf({ fit, summary }: ReportFacts, { restart: told }: Told): CellRestarts {
  const solutions = summary.solutions
    .filter((each) => isOf(told, each))
    .sort((a, b) => b.logLikelihood - a.logLikelihood)
  const traces = tracesOf(fit)
  const ended = summary.restarts
    .flatMap((restart) => {
      const solution = solutions.find(({ id }) => id === restart.solution)
      const { logLikelihood } = restart
      const trace = traces.get(restart.id)
      if (solution === undefined || logLikelihood === null || trace === undefined) return []
      return isOf(told, restart) ? [{ restart, solution, logLikelihood, trace }] : []
    })
    .sort((a, b) => b.logLikelihood - a.logLikelihood)
  const sound = solutions.filter(({ kind }) => !isAside(kind))
  return { ended, solutions, top: (sound[0] ?? solutions[0])?.logLikelihood ?? 0 }
}

function endsOf(restarts: readonly RestartView[]): Markup {
  const starts = restarts.filter(isIndependent)
  const states = [...new Set(starts.map(({ state }) => state))]
  const counts = states.map((state) => {
    const count = starts.filter((each) => each.state === state).length
    return `${formatCount(count)} ${STATE_NAMES[state]}`
  })
  const others = restarts.length - starts.length
  const more =
    others === 0
      ? ''
      : ` ${plural(others, 'more run')} began from a solution found before or from a start of the person’s own.`
  const reasons = starts.find(({ reason }) => reason !== undefined)?.reason
  const why = reasons === undefined ? '' : ` The first collapsed: ${reasons}`
  return paragraph(`${plural(starts.length, 'restart')}: ${counts.join(', ')}.${more}${why}`)
}

function solutionsTable({ summary }: ReportFacts, cell: CellRestarts, told: Told): Part {
  const { solutions, top } = cell
  const n = summary.settings.criterion
  const shown = solutions.slice(0, MOST_SOLUTIONS)
  const heads = ['Solution', 'Kind', 'Hits', 'Log-likelihood', 'Gap to the best', n.toUpperCase()]
  const kinds = [...new Set(shown.map(({ kind }) => kind))]
  const rest =
    solutions.length > shown.length
      ? ` ${plural(solutions.length - shown.length, 'more solution')} of this model are not listed.`
      : ''
  return [
    table(
      'Solutions of this model, highest log-likelihood first',
      heads.map((head, at) => ({ head, number: at > 1 })),
      shown.map((solution) => [
        [
          key(lookOf(cell, solution)),
          letterOf(solution),
          solution === told.solution ? ' (told of here)' : '',
        ],
        KIND_NAMES[solution.kind],
        hitsText(solution),
        formatFixed(solution.logLikelihood, 4),
        formatGap(top - solution.logLikelihood),
        formatFixed(solution[n], 3),
      ]),
    ),
    markup`<ul>${kinds.map(
      (kind) => markup`<li>${KIND_NAMES[kind]}: ${KIND_MEANINGS[kind]}</li>
`,
    )}</ul>`,
    paragraph(
      rest,
      shown.some(({ hits }) => hits === 0)
        ? ' Refined: no restart reached it; it was found by changing another solution, or from a start of the person’s own.'
        : '',
    ),
  ]
}

const hitsText = ({ hits }: SolutionView) => (hits === 0 ? 'refined' : formatCount(hits))

const key = (look: string): Markup => markup`<span class="key ${look}" aria-hidden="true"></span>`

function unseenText({ summary }: ReportFacts, { restart }: Told): Part {
  const unseen = summary.unseen.find((each) => isOf(restart, each))
  if (unseen === undefined || unseen.chance === null || unseen.chanceAtMost === 0) return null
  const outdone =
    unseen.outdoneBy === null
      ? ''
      : ` ${unseen.outdoneBy}, a solution of a smaller model, reached more than anything here: this model was searched too little.`
  return paragraph(
    `Is the search enough? One more restart like these would find a solution not seen yet with a chance of ${percent(unseen.chance)} (Good 1953; at 95 % confidence at most ${percent(unseen.chanceAtMost)}), and a better one that is not set aside with at most ${percent(unseen.betterAtMost)}.${outdone}`,
  )
}

/** 12 %, 1.3 %, 0.04 % */
const percent = (share: number) => `${share === 0 ? '0' : formatNumber(100 * share, 2)} %`
