import { say } from '../../contract/words/say.ts'
import { formatNumber } from './number.ts'

/** Thresholds in force; null where there is none. */
export interface DoubtThresholds {
  unclassified: number | null
  outliers: number | null
}

/** What the status column of a labelled file will say. */
export function statusColumnTitle({ unclassified, outliers }: DoubtThresholds): string {
  const words = [
    ...(outliers === null
      ? []
      : [say('outlier for the {share} % of lowest log density', { share: formatNumber(100 * outliers, 3) })]),
    ...(unclassified === null
      ? []
      : [
          say('unclassified below a responsibility of {threshold}', {
            threshold: formatNumber(unclassified),
          }),
        ]),
  ]
  return say(
    'One more column, status: {words}, else classified; the cluster keeps its number. The thresholds are set under Clusters, Uncertainty.',
    { words: words.join(', ') },
  )
}

/** How to read a cell of the overlap matrix; `own` and `other` are numbers on the screen, or `noise`. */
export function overlapTitle(own: string, other: string, mean: string, misclassified: string): string {
  const cluster = (name: string) => (name === 'noise' ? say('the noise') : say('cluster {name}', { name }))
  const component = (name: string) =>
    name === 'noise' ? say('the noise') : say('component {name}', { name })
  return say(
    'The rows of {ownCluster} belong to {otherComponent} by {mean} on average; of the rows of {ownComponent}, {misclassified} are put into {otherCluster}.',
    {
      ownCluster: cluster(own),
      otherComponent: component(other),
      mean,
      ownComponent: component(own),
      misclassified,
      otherCluster: cluster(other),
    },
  )
}
