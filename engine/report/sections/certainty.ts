import { formatFixed, formatNumber, formatShare } from '../../../contract/words/number.ts'
import { plural } from '../plural.ts'
import { formatWeight } from '../../../contract/words/weighting.ts'
import type { Told } from '../facts.ts'
import { paragraph, section, table, type Markup, type Part } from '../markup.ts'
import { doubtBelow } from './doubt.ts'
import { clusterName } from './solution.ts'

const SHARES = [0.5, 0.6, 0.8, 0.9, 0.98]
const MOST_IN_TABLE = 12

/** How sure the labels are, and which clusters lie near each other. */
export function certaintySection({ certainty, model, styles, names }: Told): Markup | null {
  const { rows, count, overlap, noise } = certainty
  const weighted = model.counts !== undefined
  const groups = certainty.clusters.length
  if (groups === 1) return null
  const doubtful = SHARES.map((share) => ({ share, below: doubtBelow(certainty, share) }))
  const name = (k: number): Part => (noise && k === groups - 1 ? 'noise' : clusterName(k, styles, names))
  return section(
    'certainty',
    'How sure the labels are',
    paragraph(
      `Each of the ${plural(rows, 'row')} used is labelled with the component that has the largest responsibility for it: the probability, under the model, that the row came from it. `,
      'Rows whose largest responsibility is low lie between clusters.',
    ),
    weighted ? paragraph('Here each row counts by its weight; n is what the rows weigh.') : null,
    table(
      'Rows in doubt',
      [
        { head: 'Largest responsibility below' },
        { head: weighted ? 'n' : 'Rows', number: true },
        { head: 'Share', number: true },
      ],
      doubtful.map(({ share, below }) => [String(share), formatWeight(below), formatShare(below / count)]),
    ),
    groups > MOST_IN_TABLE
      ? paragraph(nearestText(overlap, groups, model.weights.length))
      : table(
          'Overlap: the mean responsibility of each component for the rows of each cluster',
          [
            { head: 'Rows of cluster' },
            ...certainty.clusters.map((_, k) => ({ head: name(k), number: true })),
          ],
          certainty.clusters.map((_, k) => [
            name(k),
            ...certainty.clusters.map((__, l) => {
              const value = overlap[k * groups + l]
              return Number.isNaN(value) ? '' : value < 1e-4 ? formatNumber(value, 1) : formatFixed(value, 4)
            }),
          ]),
        ),
  )
}

function nearestText(overlap: Float64Array, groups: number, components: number): string {
  let [from, to, most] = [0, 0, -1]
  for (let k = 0; k < groups; k++)
    for (let l = 0; l < groups; l++)
      if (k !== l && overlap[k * groups + l] > most) [from, to, most] = [k, l, overlap[k * groups + l]]
  const name = (k: number) => (k < components ? `cluster ${k + 1}` : 'noise')
  return `The two that overlap most: rows of ${name(from)} have a mean responsibility of ${formatNumber(most, 3)} for ${name(to)}.`
}
