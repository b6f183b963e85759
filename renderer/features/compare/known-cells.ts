import type { KnownView } from '../../../contract/views.ts'
import { say } from '../../../contract/words/say.ts'
import { formatFixed } from '../../format/number.ts'

/** The table of clusters and categories as it is shown: matched pairs stand on the diagonal. */
export interface KnownTable {
  /** Clusters (0-based) in the order of their numbers on the screen. */
  clusters: number[]
  /** Categories (0-based): those that match a cluster in the order of the clusters, then the others. */
  categories: number[]
  /** Rows of each category, in the order of the view. */
  totals: number[]
}

/** `styles`: the number of each cluster on the screen. */
export function knownTable(
  { table, categories, clusterOf }: KnownView,
  styles: readonly number[],
): KnownTable {
  const clusters = table.map((_, cluster) => cluster)
  clusters.sort((a, b) => (styles[a] ?? a) - (styles[b] ?? b))
  const matched = clusters.flatMap((cluster) =>
    clusterOf.indexOf(cluster) < 0 ? [] : [clusterOf.indexOf(cluster)],
  )
  const others = categories.flatMap((_, category) => (matched.includes(category) ? [] : [category]))
  const totals = categories.map((_, category) =>
    table.reduce((sum, counts) => sum + (counts[category] ?? 0), 0),
  )
  return { clusters, categories: [...matched, ...others], totals }
}

/** Share of the rows of a cluster that are of a category, in percent: how strong a cell is tinted. */
export function tintOf(counts: readonly number[], category: number): number {
  const all = counts.reduce((sum, count) => sum + count, 0)
  return all === 0 ? 0 : Math.round((55 * (counts[category] ?? 0)) / all)
}

/** What the figures say, in sentences. */
export function knownWords(view: KnownView, merged: boolean): string[] {
  const { purity, rows, misplaced, unlabelled, column, categories, clusterOf, table } = view
  const pure = Math.round(purity * rows)
  const left = clusterOf.filter((cluster) => cluster < 0).length
  const kind = merged ? 'merged' : 'plain'
  return [
    say(
      '{pure, number} of {rows, plural, one {# row} other {# rows}} are of the category most frequent in their {kind, select, merged {merged cluster} other {cluster}} (purity {purity}).',
      { pure, rows, kind, purity: formatFixed(purity, 3) },
    ),
    misplaced === 0
      ? say(
          'Every row is in the {kind, select, merged {merged cluster} other {cluster}} that matches its category.',
          { kind },
        )
      : say(
          '{rows, plural, one {# row is} other {# rows are}} not in the {kind, select, merged {merged cluster} other {cluster}} that matches their category, one to one.',
          { rows: misplaced, kind },
        ),
    ...(left === 0
      ? []
      : [
          say(
            '{left, plural, one {# category has} other {# categories have}} no {kind, select, merged {merged cluster} other {cluster}} of {left, plural, one {its} other {their}} own.',
            { left, kind },
          ),
        ]),
    ...(table.length > categories.length
      ? [
          say(
            'There are {clusters, number} {kind, select, merged {merged {clusters, plural, one {cluster} other {clusters}}} other {{clusters, plural, one {cluster} other {clusters}}}} for {categories, plural, one {# category} other {# categories}}: rows of a {kind, select, merged {merged cluster} other {cluster}} that is left over count as misplaced, and not against purity.',
            { clusters: table.length, kind, categories: categories.length },
          ),
        ]
      : []),
    ...(unlabelled === 0
      ? []
      : [
          say(
            '{rows, plural, one {# row used has no value in {column} and counts} other {# rows used have no value in {column} and count}} nowhere here.',
            { rows: unlabelled, column },
          ),
        ]),
    ...(view.inFit ? [say('The fit uses {column}: agreement with it says little.', { column })] : []),
  ]
}
