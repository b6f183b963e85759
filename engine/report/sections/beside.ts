import {
  describeChosen,
  describeStability,
  GRADE_WORDS,
  STABILITY_LIMITS,
} from '../../../contract/words/resampling-words.ts'
import { formatCount, formatFixed, formatNumber } from '../../../contract/words/number.ts'
import { plural } from '../plural.ts'
import { TEST_LEVEL } from '../../../contract/resampling-views.ts'
import type { RatioTestTold } from '../../../contract/report-page.ts'
import type { KnownOverall } from '../../known/known.ts'
import type { ReportFacts, Told } from '../facts.ts'
import { markup, nameOf, paragraph, section, table, type Markup, type Part } from '../markup.ts'
import { clusterName } from './solution.ts'

/** What was set beside the solution: a known label, merged clusters, stability, a test; null where nothing was. */
export function besideSection({ asked: { ratioTest } }: ReportFacts, told: Told): Markup | null {
  const parts = [
    told.known === null ? null : knownPart(told, told.known, 'Clusters'),
    told.merging === null ? null : mergingPart(told, told.merging),
    told.knownMerged === null ? null : knownPart(null, told.knownMerged, 'Merged clusters'),
    told.stability === null ? null : stabilityPart(told, told.stability),
    ratioTest === undefined ? null : testPart(ratioTest),
  ].filter((part) => part !== null)
  return parts.length === 0 ? null : section('beside', 'What was set beside it', ...parts)
}

const heading = (...title: Part[]) => markup`<h3>${title}</h3>
`

/** `told`: where rows of the table are its components; null where they are merged clusters. */
function knownPart(told: Told | null, view: KnownOverall, what: string): Part {
  const { adjustedRandIndex, normalisedMutualInformation, purity, misplaced, unlabelled } = view
  const name = (k: number): Part => (told === null ? String(k + 1) : clusterName(k, told.styles, told.names))
  return [
    heading(`${what} beside the known label `, nameOf(view.column)),
    paragraph(
      `Over ${plural(view.rows, 'row')}${unlabelled === 0 ? '' : ` (${formatCount(unlabelled)} without a value left out)`}: adjusted Rand index ${formatFixed(adjustedRandIndex, 4)} (1 for the same groups, 0 for no more than chance; Hubert & Arabie 1985), normalised mutual information ${formatFixed(normalisedMutualInformation, 4)}, purity ${formatFixed(purity, 4)}. `,
      `${plural(misplaced, 'row is', 'rows are')} not in the cluster of their category.`,
      view.inFit
        ? ' The fit uses this column, so agreement with it says little.'
        : ' The label took no part in the fit.',
    ),
    table(
      'Rows by cluster and category',
      [{ head: 'Cluster' }, ...view.categories.map((each) => ({ head: nameOf(each, 30), number: true }))],
      view.table.map((counts, k) => [name(k), ...counts.map(formatCount)]),
    ),
  ]
}

function mergingPart({ mixture }: Told, { view, clusters }: NonNullable<Told['merging']>): Part {
  const step = view.steps.find((each) => each.clusters === clusters)
  const names = (members: readonly number[]) => members.map((k) => k + 1).join(' + ')
  const members = Array.from({ length: clusters }, (_, cluster) =>
    [...mixture.weights.keys()].filter((k) => step?.partition[k] === cluster),
  )
  return [
    heading('Components merged into clusters'),
    paragraph(
      `${plural(mixture.components, 'component')} were merged into ${plural(clusters, 'cluster')} by the entropy of the responsibilities (Baudry et al. 2010): two at a time, those whose merging lowers it most. `,
      clusters === view.suggestion
        ? 'That is where the entropy bends.'
        : `The entropy bends at ${plural(view.suggestion, 'cluster')}.`,
      ' The criterion stays that of the mixture.',
    ),
    table(
      'Merged clusters',
      [{ head: 'Cluster' }, { head: 'Components' }, { head: 'Rows', number: true }],
      members.map((each, cluster) => [
        String(cluster + 1),
        names(each),
        formatCount(step?.sizes[cluster] ?? 0),
      ]),
    ),
  ]
}

function stabilityPart(told: Told, stability: NonNullable<Told['stability']>): Part {
  const { clusters, done, scheme, restarts } = stability
  const how =
    scheme === 'bootstrap' ? 'with repeats, as many as there are' : 'four fifths of them, without repeats'
  return [
    heading('Stability'),
    paragraph(
      `The fit was repeated on rows drawn again (${how}), ${plural(done, 'time')}, with ${plural(restarts, 'restart')} per model. `,
      describeStability(stability),
      ' ',
      describeChosen(stability, told.mixture.components),
    ),
    clusters.length !== told.mixture.components
      ? null
      : table(
          'How well each cluster was found again: mean Jaccard similarity (Hennig 2007)',
          [
            { head: 'Cluster' },
            { head: 'Mean', number: true },
            { head: 'Grade' },
            { head: 'Dissolved in', number: true },
          ],
          clusters.map(({ mean, grade, dissolved }, k) => [
            clusterName(k, told.styles, told.names),
            formatFixed(mean, 3),
            GRADE_WORDS[grade],
            plural(dissolved, 'replicate'),
          ]),
        ),
    paragraph(STABILITY_LIMITS),
  ]
}

function testPart({ components, statistic, p, samples, exceedances, early }: RatioTestTold): Part {
  const supported = p <= TEST_LEVEL ? 'is' : 'is not'
  return [
    heading('One component more?'),
    paragraph(
      `A bootstrap likelihood-ratio test (McLachlan 1987) of ${formatCount(components)} against ${plural(components + 1, 'component')}: T = ${formatFixed(statistic, 2)}; ${formatCount(exceedances)} of ${plural(samples, 'sample')} came to as much or more, p = ${formatNumber(p, 2)}. One more component ${supported} supported at 5 %.`,
      early ? ' It ended early, because p could no longer come to 5 % (Besag & Clifford 1991).' : '',
    ),
  ]
}
