import type { KnownView, MergeView } from '../../contract/views.ts'
import type { Findings } from './findings.ts'
import { printable } from './terminal.ts'
import { count, plural, textTable } from './text-table.ts'

/** What was asked of the best solution, for a person to read: parts, each with its head. */
export function findingsText({ known, knownMerged, merging }: Findings): string[] {
  return [
    ...(merging === null ? [] : [mergingText(merging.view, merging.clusters)]),
    ...(known === null ? [] : [knownText(known, 'clusters')]),
    ...(knownMerged === null ? [] : [knownText(knownMerged, 'merged clusters')]),
  ]
}

function mergingText({ steps, suggestion }: MergeView, clusters: number): string {
  const names = (components: readonly number[]) => components.map((component) => component + 1).join('+')
  const rows = steps.map((step) => [
    step.clusters === clusters ? '*' : '',
    String(step.clusters),
    step.entropy.toFixed(4),
    step.joined === null ? '' : `${names(step.joined[0])} with ${names(step.joined[1])}`,
    step.joined === null ? '' : count(step.mergedRows),
  ])
  const head = ['', 'clusters', 'entropy', 'merged components', 'rows']
  const asked = clusters === suggestion ? 'where the entropy bends' : `the entropy bends at ${suggestion}`
  return `${plural(steps.length, 'component')} merged into ${plural(clusters, 'cluster')}, ${asked} (Baudry et al. 2010)
${textTable([head, ...rows], [false, true, true, false, true])}* as asked; BIC stays that of the ${plural(steps.length, 'component')}
`
}

function knownText(view: KnownView, what: string): string {
  const { column, rows, unlabelled, table, categories, misplaced } = view
  const without = unlabelled === 0 ? '' : `; ${plural(unlabelled, 'row')} without a value left out`
  const inFit = view.inFit ? '; the fit uses this column, so agreement with it says little' : ''
  const head = ['cluster', ...categories.map(printable)]
  const lines = table.map((counts, cluster) => [String(cluster + 1), ...counts.map(count)])
  return `${what} beside ${printable(column)}, over ${plural(rows, 'row')}${without}${inFit}
ARI ${view.adjustedRandIndex.toFixed(4)}, NMI ${view.normalisedMutualInformation.toFixed(4)}, purity ${view.purity.toFixed(4)} (rows of the category most frequent in their cluster); ${plural(misplaced, 'row')} not in the cluster of their category
${textTable(
  [head, ...lines],
  head.map(() => true),
)}`
}
