import { isIndependent } from '../../../contract/refinement.ts'
import type { SolutionView } from '../../../contract/views.ts'
import { COVARIANCE_MEANINGS } from '../../../contract/words/covariance.ts'
import { CRITERION_NAMES } from '../../../contract/words/criteria.ts'
import { KIND_MEANINGS, KIND_NAMES } from '../../../contract/words/kinds.ts'
import { formatCount, formatNumber, formatShare } from '../../../contract/words/number.ts'
import { plural } from '../plural.ts'
import { formatWeight } from '../../../contract/words/weighting.ts'
import type { ReportFacts, Told } from '../facts.ts'
import { listed, markup, nameOf, section, type Markup, type Part } from '../markup.ts'
import { isAside, letterOf } from '../pictures/restarts.ts'
import { DOUBT, doubtBelow } from './doubt.ts'
import { removedText } from './removed.ts'

/** What was done and what came of it, for somebody who reads nothing else. */
export function summarySection(facts: ReportFacts): Markup {
  const { told } = facts
  const said: Part[] = [
    done(facts),
    removedText(facts.summary.removed),
    ...(told === null
      ? [nothingReached(facts)]
      : [reached(facts, told), rivals(facts, told), sizes(told), doubt(told), faults(told)]),
  ]
  return section(
    'summary',
    'In short',
    markup`<p>A Gaussian mixture takes each row as drawn from one of several normal distributions, its components. A cluster is the rows that one component is the most probable for. The EM algorithm looks for the components from a start, and from another start may end elsewhere: so many are tried. Other terms are explained under <a href="#words">Words used</a>.</p>
`,
    markup`<ul class="summary">${said
      .filter((each) => each !== '')
      .map(
        (each) => markup`<li>${each}</li>
`,
      )}</ul>`,
  )
}

function done({ summary, dataset }: ReportFacts): Part {
  const { settings, restarts, rowsUsed, columns } = summary
  const { from, to } = settings.components
  const range = from === to ? plural(from, 'component') : `${from} to ${to} components`
  const cells = settings.covariances.length * (to - from + 1)
  const starts = plural(restarts.filter(isIndependent).length, 'start')
  return [
    `Basin fitted Gaussian mixtures with ${range} to ${plural(rowsUsed, 'row')} and ${plural(columns.length, 'column')} of `,
    nameOf(dataset.name),
    settings.start === undefined
      ? ` by the EM algorithm, from ${starts}${cells === 1 ? '' : ` over ${plural(cells, 'model')}`}.`
      : ' by the EM algorithm, from one start of the person’s own.',
  ]
}

function nothingReached({ summary }: ReportFacts): string {
  const reason = summary.restarts.find((each) => each.reason !== undefined)?.reason
  const why = reason === undefined ? '' : ` The first collapsed: ${reason}`
  return `No start gave a usable model, so there is nothing to show but the search itself.${why} Fewer components, another covariance model or more regularisation may help.`
}

function reached({ best, summary }: ReportFacts, { solution, restart }: Told): Part {
  if (solution === null)
    return `This report tells of ${restart.id}, which reached no solution of its own: it ended as ${restart.state}.`
  const { components, covariance, hits, id, kind } = solution
  const { criterion, components: asked, covariances } = summary.settings
  const name = CRITERION_NAMES[criterion]
  const alone = asked.from === asked.to && covariances.length === 1
  const what = `${covariance} with ${plural(components, 'component')} (solution ${letterOf(solution)})`
  const chosen =
    id === best
      ? alone
        ? `The model is ${what}.`
        : `By ${name}, which charges for every parameter, the best model is ${what}.`
      : `This report tells of ${what}. It is not what ${name} takes as best${best === null ? '' : ` (${best})`}; it was chosen by the person.`
  const starts = plural(startsOf(summary, solution), 'start')
  const how =
    hits === 0
      ? ` None of its ${starts} reached it; it was found by changing another solution, or from a start of the person’s own.`
      : ` ${formatCount(hits)} of its ${starts} reached it.`
  const aside = isAside(kind) ? ` It is ${KIND_NAMES[kind]}: ${KIND_MEANINGS[kind]}` : ''
  return `${chosen} ${COVARIANCE_MEANINGS[covariance]}${how}${aside}`
}

/** Independent starts of a solution’s model. */
export function startsOf(
  { restarts }: Pick<ReportFacts['summary'], 'restarts'>,
  cell: Pick<SolutionView, 'components' | 'covariance'>,
): number {
  return restarts.filter((each) => isOf(cell, each) && isIndependent(each)).length
}

/** Whether two things are of one model. */
export const isOf = (
  cell: Pick<SolutionView, 'components' | 'covariance'>,
  other: Pick<SolutionView, 'components' | 'covariance'>,
): boolean => cell.components === other.components && cell.covariance === other.covariance

function rivals({ summary }: ReportFacts, { solution }: Told): string {
  if (solution === null) return ''
  const [next] = summary.solutions
    .filter((each) => each.id !== solution.id && isOf(solution, each) && !isAside(each.kind))
    .sort((a, b) => b.logLikelihood - a.logLikelihood)
  if (next === undefined) return 'No start of this model ended at another solution that counts.'
  const gap = solution.logLikelihood - next.logLikelihood
  const near = Math.abs(gap) < 2 ? ' The data hardly tell the two apart.' : ''
  const hits = next.hits === 0 ? 'found by refinement' : `reached by ${plural(next.hits, 'start')}`
  return `Solution ${letterOf(next)}, the next of this model, has a log-likelihood ${formatNumber(Math.abs(gap), 3)} ${gap >= 0 ? 'lower' : 'higher'} (${hits}).${near}`
}

function sizes({ model, names }: Told): Part {
  const each = model.sizes.map((size, k): Part => {
    const name = names[k] === '' ? null : [' “', nameOf(names[k]), '”']
    return [`cluster ${k + 1}`, name, `: ${formatCount(size)}`]
  })
  const noise = model.noise === undefined ? [] : [`noise: ${formatCount(model.noise.size)}`]
  const shown = each.length > 12 ? [...each.slice(0, 12), 'the others fewer'] : each
  return ['Rows by cluster: ', listed([...shown, ...noise]), '.']
}

function doubt({ certainty, model }: Told): string {
  if (model.weights.length === 1 && model.noise === undefined) return ''
  const below = doubtBelow(certainty, DOUBT)
  if (below === 0) return `Every row belongs to its cluster with a probability of at least ${DOUBT}.`
  const weighted = model.counts !== undefined
  const [are, them] = below === 1 && !weighted ? ['is', 'it'] : ['are', 'them']
  const which = weighted ? `Rows that weigh ${formatWeight(below)}` : plural(below, 'row')
  return `${which} (${formatShare(below / certainty.count)}) ${are} in doubt: no cluster has a probability of ${DOUBT} or more for ${them}.`
}

function faults({ diagnosis }: Told): Part {
  const found = diagnosis.findings.length
  if (found === 0) return 'The diagnosis found nothing wrong with this solution.'
  return [
    `The diagnosis found ${plural(found, 'thing')} to look at: see `,
    markup`<a href="#diagnosis">Diagnosis</a>`,
    '.',
  ]
}
