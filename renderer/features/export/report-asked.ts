import type { Input } from '../../../contract/schemas.ts'
import type { RatioTestView, StabilityView } from '../../../contract/resampling-views.ts'
import { say } from '../../../contract/words/say.ts'

type Asked = Input<'reportPage'>

/** What is on the screen of the restart that a report tells of, as far as the engine does not remember it. */
export interface OnScreen {
  fit: string
  /** Null where none is shown. */
  restart: string | null
  allowSpurious: boolean
  /** The number of each component (0-based), and their names by number. */
  styles: readonly number[]
  nameOf: (style: number) => string
  known: number | null
  merged: number | null
  stability: StabilityView | null
  ratioTest: RatioTestView | null
}

/** The report to ask for. */
export function reportAsked(screen: OnScreen): Asked {
  const { fit, restart, allowSpurious, styles, nameOf, known, merged, stability, ratioTest } = screen
  const { p } = ratioTest ?? { p: null }
  return {
    fit,
    allowSpurious,
    ...(restart === null ? {} : { restart }),
    ...(known === null ? {} : { known }),
    ...(merged === null ? {} : { merged }),
    ...(styles.length === 0
      ? {}
      : { clusters: styles.map((style) => ({ style, name: nameOf(style).slice(0, 1_000) })) }),
    ...(stability === null || stability.clusters.length === 0 ? {} : { stability: stabilityTold(stability) }),
    ...(ratioTest === null || p === null ? {} : { ratioTest: { ...ratioTold(ratioTest), p } }),
  }
}

function stabilityTold(view: StabilityView): NonNullable<Asked['stability']> {
  const { scheme, models, asked, done, without, restarts, clusters, chosen } = view
  return {
    scheme,
    models,
    asked,
    done,
    without,
    restarts,
    clusters: clusters.map(({ mean, grade, dissolved }) => ({ mean, grade, dissolved })),
    chosen: chosen.map(({ components, replicates }) => ({ components, replicates })),
  }
}

function ratioTold({ components, statistic, statistics, exceedances, early }: RatioTestView) {
  return { components, statistic, samples: statistics.length, exceedances, early }
}

/** What goes into the report besides the fit, in words; empty where nothing does. */
export function partsOf({ known, merged, stability, ratioTest }: OnScreen): string[] {
  return [
    ...(known === null ? [] : [say('the known label')]),
    ...(merged === null ? [] : [say('the merged clusters')]),
    ...(stability === null || stability.clusters.length === 0 ? [] : [say('stability')]),
    ...(ratioTest?.p == null ? [] : [say('the test of one component more')]),
  ]
}
