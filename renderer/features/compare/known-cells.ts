import type { KnownView } from '../../../contract/views.ts'
import { formatCount, formatFixed } from '../../format/number.ts'
import { plural } from '../../format/plural.ts'

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
  const what = merged ? 'merged cluster' : 'cluster'
  return [
    `${formatCount(pure)} of ${plural(rows, 'row')} are of the category most frequent in their ${what} (purity ${formatFixed(purity, 3)}).`,
    misplaced === 0
      ? `Every row is in the ${what} that matches its category.`
      : `${plural(misplaced, 'row is', 'rows are')} not in the ${what} that matches their category, one to one.`,
    ...(left === 0
      ? []
      : [
          `${plural(left, 'category has', 'categories have')} no ${what} of ${left === 1 ? 'its' : 'their'} own.`,
        ]),
    ...(table.length > categories.length
      ? [
          `There are ${plural(table.length, what)} for ${plural(categories.length, 'category', 'categories')}: rows of a ${what} that is left over count as misplaced, and not against purity.`,
        ]
      : []),
    ...(unlabelled === 0
      ? []
      : [
          `${plural(unlabelled, 'row')} used ${unlabelled === 1 ? 'has' : 'have'} no value in ${column} and ${unlabelled === 1 ? 'counts' : 'count'} nowhere here.`,
        ]),
    ...(view.inFit ? [`The fit uses ${column}: agreement with it says little.`] : []),
  ]
}
