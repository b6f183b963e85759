import * as v from 'valibot'
import { COVARIANCE_MODELS } from '../../contract/covariance-models.ts'
import { id, whole } from '../../contract/fields.ts'
import { LIMITS } from '../../contract/limits.ts'
import { REFITTED_MODELS, RESAMPLING_SCHEMES } from '../../contract/resampling.ts'
import type { RatioTestView, StabilityView } from '../../contract/resampling-views.ts'
import { say } from '../../contract/words/say.ts'

/** As many of a fit are kept, those that ended last. */
export const MOST_KEPT = 20

const count = whole(0, LIMITS.replicates, say('A count'))
const components = whole(1, LIMITS.components, say('Components'))
const covariance = v.picklist(COVARIANCE_MODELS)
const number = v.pipe(v.number(), v.finite())
const share = v.pipe(number, v.minValue(0), v.maxValue(1))
/** One number for each replicate. */
const numbers = v.pipe(
  v.instance(Float64Array),
  v.maxLength(LIMITS.replicates),
  v.check((list) => list.every(Number.isFinite)),
)
const interval = { low: number, high: number }
const spread = { ...interval, mean: number, median: number }
const estimate = v.object({ ...interval, value: number })
const estimates = v.pipe(v.array(estimate), v.maxLength(LIMITS.columns))

const replicates = {
  fit: id,
  asked: count,
  done: count,
  without: count,
  restarts: whole(1, LIMITS.restarts, say('Restarts of a replicate')),
  refinements: whole(0, LIMITS.refinements, say('A count')),
  seconds: v.pipe(number, v.minValue(0)),
  secondsLeft: v.null(),
  stopped: v.boolean(),
}

/** Stability as a session keeps it: its lists are as long as its counts say. */
const Stability: v.GenericSchema<unknown, StabilityView> = v.pipe(
  v.object({
    ...replicates,
    restart: id,
    scheme: v.picklist(RESAMPLING_SCHEMES),
    models: v.picklist(REFITTED_MODELS),
    clusters: v.pipe(
      v.array(
        v.object({
          ...spread,
          jaccard: numbers,
          grade: v.picklist(['highly-stable', 'valid', 'doubtful', 'unstable', 'dissolved']),
          dissolved: count,
        }),
      ),
      v.maxLength(LIMITS.components),
    ),
    agreement: v.nullable(v.object({ ...spread, values: numbers })),
    chosen: v.pipe(
      v.array(v.object({ components, covariance, replicates: count })),
      v.maxLength(LIMITS.components * COVARIANCE_MODELS.length),
    ),
    intervals: v.nullable(
      v.pipe(
        v.array(v.object({ weight: estimate, means: estimates, deviations: estimates })),
        v.maxLength(LIMITS.components),
      ),
    ),
  }),
  v.check(({ asked, done, without, clusters, agreement, intervals }) => {
    const lists = [
      ...clusters.map(({ jaccard }) => jaccard),
      ...(agreement === null ? [] : [agreement.values]),
    ]
    return (
      done <= asked &&
      lists.every(({ length }) => length === done - without) &&
      (intervals === null || intervals.length === clusters.length)
    )
  }),
)

/** The same of a test. */
const RatioTest: v.GenericSchema<unknown, RatioTestView> = v.pipe(
  v.object({
    ...replicates,
    covariance,
    components,
    fewer: number,
    more: number,
    statistic: number,
    fitted: v.boolean(),
    statistics: numbers,
    exceedances: count,
    p: v.nullable(share),
    early: v.boolean(),
  }),
  v.check(
    ({ asked, done, without, statistics, exceedances }) =>
      done <= asked && statistics.length === done - without && exceedances <= statistics.length,
  ),
)

const typed = v.pipe(v.string(), v.maxLength(20))

/** What a session keeps of stability: what was asked last, and what was found of the restarts of its fit. */
export const KeptStability = v.object({
  scheme: v.picklist(RESAMPLING_SCHEMES),
  models: v.picklist(REFITTED_MODELS),
  replicates: typed,
  restarts: typed,
  found: v.pipe(v.array(Stability), v.maxLength(MOST_KEPT)),
})

/** The same of the test of one component more. */
export const KeptRatioTests = v.object({
  samples: typed,
  restarts: typed,
  chosen: v.nullable(v.object({ covariance, components })),
  found: v.pipe(v.array(RatioTest), v.maxLength(MOST_KEPT)),
})
