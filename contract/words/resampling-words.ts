import type { RatioTestView, StabilityGrade, StabilityView } from '../resampling-views.ts'
import { TEST_LEVEL } from '../resampling-views.ts'
import { formatCount, formatFixed, formatNumber } from './number.ts'
import { plural } from './plural.ts'

/** Hennig's words for the mean Jaccard similarity of a cluster. */
export const GRADE_WORDS: Record<StabilityGrade, string> = {
  'highly-stable': 'highly stable',
  valid: 'stable',
  doubtful: 'doubtful',
  unstable: 'not to be trusted',
  dissolved: 'dissolved',
}

/** Thresholds of Hennig (2007). */
export const GRADE_MEANINGS: Record<StabilityGrade, string> = {
  'highly-stable': 'Mean Jaccard similarity of at least 0.85.',
  valid: 'Mean Jaccard similarity of at least 0.75: a valid, stable cluster.',
  doubtful: 'From 0.6 to 0.75: there is a pattern, but which rows belong to it is doubtful.',
  unstable: 'Below 0.6: its rows should not be taken as a cluster.',
  dissolved: 'At most 0.5: as a rule nothing of it was found again.',
}

/** What replicates say about the clusters, in a sentence or two. */
export function describeStability(
  view: Pick<StabilityView, 'done' | 'without'> & { clusters: readonly { grade: StabilityGrade }[] },
): string {
  const { clusters, done, without } = view
  const lost =
    without === 0
      ? ''
      : ` In ${plural(without, 'replicate')} this model had no usable solution; they count nowhere else.`
  if (clusters.length === 0) return `No replicate has ended with a usable solution of this model yet.${lost}`
  const stable = clusters.filter(({ grade }) => grade === 'highly-stable' || grade === 'valid').length
  const found =
    stable === clusters.length
      ? clusters.length === 1
        ? 'The cluster is'
        : `All ${formatCount(clusters.length)} clusters are`
      : `${formatCount(stable)} of ${plural(clusters.length, 'cluster')} ${stable === 1 ? 'is' : 'are'}`
  return `${found} stable over ${plural(done - without, 'replicate')}: a mean Jaccard similarity of at least 0.75.${lost}`
}

/** What stability cannot say. */
export const STABILITY_LIMITS =
  'Stable is not the same as real: a model with too few components can be stable, and so can one that cuts a single cloud in the same place each time (von Luxburg 2010). Unstable clusters are not to be relied on.'

/** How often the number of components of the restart was chosen. */
export function describeChosen(
  {
    chosen,
    done,
    models,
    scheme,
  }: Pick<StabilityView, 'done' | 'models' | 'scheme'> & {
    chosen: readonly { components: number; replicates: number }[]
  },
  components: number,
): string {
  if (models === 'cell') return 'Only this model was fitted, so nothing was chosen.'
  const same = chosen.filter((each) => each.components === components)
  const count = same.reduce((sum, { replicates }) => sum + replicates, 0)
  const counted = `${plural(components, 'component')} ${components === 1 ? 'was' : 'were'} chosen in ${formatCount(count)} of ${plural(done, 'replicate')}.`
  return scheme === 'bootstrap'
    ? `${counted} Repeated rows favour more components; a subsample has none.`
    : counted
}

/** What the test says about one component more. */
export function describeTest(view: RatioTestView): string {
  const { components, p, statistics, early, stopped, done, asked } = view
  const more = `${formatCount(components + 1)} components instead of ${formatCount(components)}`
  if (p === null) return `No sample yet for ${more}.`
  const value = `p = ${formatNumber(p, 2)}`
  const running = !early && !stopped && done < asked
  if (running) return `So far ${value}, for ${more}.`
  if (!early && statistics.length < 1 / TEST_LEVEL - 1)
    return `${plural(statistics.length, 'sample')} cannot tell at 5 %: at least 19 are needed.`
  return p <= TEST_LEVEL
    ? `One more component is supported at 5 % (${value}): ${more}.`
    : `One more component is not supported at 5 % (${value}): ${more}.`
}

/** How fine p is, and why the test ended where it did. */
export function describeResolution(view: RatioTestView): string {
  const { statistics, exceedances, early, without, fitted, components, statistic } = view
  const parts = [
    `T = ${formatFixed(statistic, 2)}; ${formatCount(exceedances)} of ${plural(statistics.length, 'sample')} came to as much or more.`,
  ]
  if (statistic < 0)
    parts.push(
      `The model of ${plural(components + 1, 'component')} reached less than that of ${formatCount(components)}, which no maximum does, so T counts as 0: run more restarts of it first.`,
    )
  if (early) parts.push('Ended early: p could no longer come to 5 % (Besag & Clifford 1991), and is coarse.')
  else if (statistics.length > 0)
    parts.push(`p comes in steps of ${formatNumber(1 / (statistics.length + 1), 2)}.`)
  if (without > 0) parts.push(`${plural(without, 'sample')} had no usable solution and count nowhere.`)
  if (fitted)
    parts.push(`${plural(components + 1, 'component')} were not in the fit, and were fitted for the test.`)
  return parts.join(' ')
}
