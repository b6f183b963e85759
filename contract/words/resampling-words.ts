import type { RatioTestView, StabilityGrade, StabilityView } from '../resampling-views.ts'
import { TEST_LEVEL } from '../resampling-views.ts'
import { formatFixed, formatNumber } from './number.ts'
import { say } from './say.ts'

/** Hennig's words for the mean Jaccard similarity of a cluster. */
export const GRADE_WORDS: Record<StabilityGrade, string> = {
  'highly-stable': say('highly stable'),
  valid: say('stable'),
  doubtful: say('doubtful'),
  unstable: say('not to be trusted'),
  dissolved: say('dissolved'),
}

/** Thresholds of Hennig (2007). */
export const GRADE_MEANINGS: Record<StabilityGrade, string> = {
  'highly-stable': say('Mean Jaccard similarity of at least 0.85.'),
  valid: say('Mean Jaccard similarity of at least 0.75: a valid, stable cluster.'),
  doubtful: say('From 0.6 to 0.75: there is a pattern, but which rows belong to it is doubtful.'),
  unstable: say('Below 0.6: its rows should not be taken as a cluster.'),
  dissolved: say('At most 0.5: as a rule nothing of it was found again.'),
}

/** What replicates say about the clusters, in a sentence or two. */
export function describeStability(
  view: Pick<StabilityView, 'done' | 'without'> & { clusters: readonly { grade: StabilityGrade }[] },
): string {
  const { clusters, done, without } = view
  const lost =
    without === 0
      ? []
      : [
          say(
            'In {without, plural, one {# replicate} other {# replicates}} this model had no usable solution; they count nowhere else.',
            { without },
          ),
        ]
  return [foundAgain(clusters, done - without), ...lost].join(' ')
}

function foundAgain(clusters: readonly { grade: StabilityGrade }[], replicates: number): string {
  const all = clusters.length
  if (all === 0) return say('No replicate has ended with a usable solution of this model yet.')
  const stable = clusters.filter(({ grade }) => grade === 'highly-stable' || grade === 'valid').length
  if (stable < all)
    return say(
      '{stable, number} of {all, plural, one {# cluster} other {# clusters}} {stable, plural, one {is} other {are}} stable over {replicates, plural, one {# replicate} other {# replicates}}: a mean Jaccard similarity of at least 0.75.',
      { stable, all, replicates },
    )
  return say(
    '{all, plural, one {The cluster is} other {All # clusters are}} stable over {replicates, plural, one {# replicate} other {# replicates}}: a mean Jaccard similarity of at least 0.75.',
    { all, replicates },
  )
}

/** What stability cannot say. */
export const STABILITY_LIMITS = say(
  'Stable is not the same as real: a model with too few components can be stable, and so can one that cuts a single cloud in the same place each time (von Luxburg 2010). Unstable clusters are not to be relied on.',
)

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
  if (models === 'cell') return say('Only this model was fitted, so nothing was chosen.')
  const same = chosen.filter((each) => each.components === components)
  const count = same.reduce((sum, { replicates }) => sum + replicates, 0)
  const counted = say(
    '{components, plural, one {# component was} other {# components were}} chosen in {count, number} of {done, plural, one {# replicate} other {# replicates}}.',
    { components, count, done },
  )
  return scheme === 'bootstrap'
    ? [counted, say('Repeated rows favour more components; a subsample has none.')].join(' ')
    : counted
}

/** What the test says about one component more. */
export function describeTest(view: RatioTestView): string {
  const { p, statistics, early, stopped, done, asked } = view
  const which = { more: view.components + 1, fewer: view.components }
  if (p === null) return say('No sample yet for {more, number} components instead of {fewer, number}.', which)
  const told = { p: formatNumber(p, 2), ...which }
  const running = !early && !stopped && done < asked
  if (running) return say('So far p = {p}, for {more, number} components instead of {fewer, number}.', told)
  if (!early && statistics.length < 1 / TEST_LEVEL - 1)
    return say(
      '{samples, plural, one {# sample} other {# samples}} cannot tell at 5 %: at least 19 are needed.',
      { samples: statistics.length },
    )
  return p <= TEST_LEVEL
    ? say(
        'One more component is supported at 5 % (p = {p}): {more, number} components instead of {fewer, number}.',
        told,
      )
    : say(
        'One more component is not supported at 5 % (p = {p}): {more, number} components instead of {fewer, number}.',
        told,
      )
}

/** How fine p is, and why the test ended where it did. */
export function describeResolution(view: RatioTestView): string {
  const { statistics, exceedances, early, without, fitted, components, statistic } = view
  const parts = [
    say(
      'T = {statistic}; {exceedances, number} of {samples, plural, one {# sample} other {# samples}} came to as much or more.',
      { statistic: formatFixed(statistic, 2), exceedances, samples: statistics.length },
    ),
  ]
  if (statistic < 0)
    parts.push(
      say(
        'The model of {more, number} components reached less than that of {fewer, number}, which no maximum does, so T counts as 0: run more restarts of it first.',
        { more: components + 1, fewer: components },
      ),
    )
  if (early)
    parts.push(say('Ended early: p could no longer come to 5 % (Besag & Clifford 1991), and is coarse.'))
  else if (statistics.length > 0)
    parts.push(say('p comes in steps of {step}.', { step: formatNumber(1 / (statistics.length + 1), 2) }))
  if (without > 0)
    parts.push(
      say(
        '{samples, plural, one {# sample had no usable solution and counts nowhere.} other {# samples had no usable solution and count nowhere.}}',
        { samples: without },
      ),
    )
  if (fitted)
    parts.push(
      say('{components, number} components were not in the fit, and were fitted for the test.', {
        components: components + 1,
      }),
    )
  return parts.join(' ')
}
