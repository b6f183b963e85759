import * as v from 'valibot'
import { finite, id, whole } from './fields.ts'
import { KnownInput, merged } from './known.ts'
import { LIMITS } from './limits.ts'
import { REFITTED_MODELS, RESAMPLING_SCHEMES } from './resampling.ts'
import { say } from './words/say.ts'

const count = whole(0, LIMITS.replicates, say('A count'))
const share = v.pipe(finite(say('A share')), v.minValue(0), v.maxValue(1))
const components = whole(1, LIMITS.components, say('Components'))

/** Stability as it was shown: what its sentences and table are made of, one cluster per component. */
const StabilityTold = v.object({
  scheme: v.picklist(RESAMPLING_SCHEMES),
  models: v.picklist(REFITTED_MODELS),
  asked: count,
  done: count,
  without: count,
  restarts: whole(1, LIMITS.restarts, say('Restarts of a replicate')),
  clusters: v.pipe(
    v.array(
      v.object({
        mean: share,
        grade: v.picklist(['highly-stable', 'valid', 'doubtful', 'unstable', 'dissolved']),
        dissolved: count,
      }),
    ),
    v.maxLength(LIMITS.components),
  ),
  /** How often the criterion took so many components, of all replicates. */
  chosen: v.pipe(v.array(v.object({ components, replicates: count })), v.maxLength(1_000)),
})
export type StabilityTold = v.InferOutput<typeof StabilityTold>

/** A ratio test as it was shown; see `RatioTestView`. */
const RatioTestTold = v.object({
  components,
  statistic: finite(say('The statistic')),
  p: share,
  samples: count,
  exceedances: count,
  early: v.boolean(),
})
export type RatioTestTold = v.InferOutput<typeof RatioTestTold>

/** How a component is shown to the person: its number there (0-based), which says its colour, and its name; empty without. */
const Shown = v.object({
  style: whole(0, LIMITS.components, say('A number of a cluster')),
  name: v.pipe(v.string(), v.maxLength(1_000)),
})

/** What a report for people is of, and what the engine does not remember of it. */
export const ReportPageInput = v.object({
  fit: id,
  /** The restart it tells of; absent: that of the best solution. */
  restart: v.optional(id),
  /** Whether the best may be spurious. */
  allowSpurious: v.optional(v.boolean(), false),
  /** Clusters are set beside this column. */
  known: v.optional(KnownInput.entries.column),
  /** Components are merged into so many clusters. */
  merged: v.optional(merged),
  /** By component of the restart; absent: numbers by weight, no names. */
  clusters: v.optional(v.pipe(v.array(Shown), v.maxLength(LIMITS.components))),
  stability: v.optional(StabilityTold),
  ratioTest: v.optional(RatioTestTold),
})

/** A report as one HTML document, without script and without anything from elsewhere. */
export interface ReportPageView {
  html: string
}
