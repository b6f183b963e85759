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
      : [`outlier for the ${formatNumber(100 * outliers, 3)} % of lowest log density`]),
    ...(unclassified === null ? [] : [`unclassified below a responsibility of ${unclassified}`]),
  ]
  return `One more column, status: ${words.join(', ')}, else classified; the cluster keeps its number. The thresholds are set under Clusters, Uncertainty.`
}

/** How to read a cell of the overlap matrix; `own` and `other` are numbers on the screen, or `noise`. */
export function overlapTitle(own: string, other: string, mean: string, misclassified: string): string {
  const cluster = (name: string) => (name === 'noise' ? 'the noise' : `cluster ${name}`)
  const component = (name: string) => (name === 'noise' ? 'the noise' : `component ${name}`)
  return `The rows of ${cluster(own)} belong to ${component(other)} by ${mean} on average; of the rows of ${component(own)}, ${misclassified} are put into ${cluster(other)}.`
}
