import { isRefinement } from '../../../contract/refinement.ts'
import type { RestartView } from '../../../contract/views.ts'
import type { RankedRestart } from '../../stores/ranking.ts'
import { pointsPerCurve, thinTrace, type CurveScale } from '../../charts/curves.ts'
import type { Curve, CurveLook } from '../../charts/convergence.ts'

export const MOST_CURVES = 1_000

/** The curves to draw: the best-ranked restarts that have begun, and always the chosen one. */
export function drawnCurves(
  ranked: readonly RankedRestart[],
  traceOf: (restart: string) => Float64Array,
  scale: CurveScale,
  chosen: string | null,
): Curve[] {
  const drawn = ranked.filter(({ restart }, at) => at < MOST_CURVES || restart.id === chosen)
  const points = pointsPerCurve(drawn.length)
  const top = ranked.find((each) => each.gap === 0)?.restart.logLikelihood ?? 0
  return drawn.flatMap(({ restart }) => {
    const trace = traceOf(restart.id)
    if (trace.length === 0) return []
    return [{ id: restart.id, xy: thinTrace(trace, points, scale, top), look: lookOf(restart) }]
  })
}

function lookOf({ state, initialisation }: RestartView): CurveLook {
  if (state === 'collapsed' || state === 'dropped') return state
  return isRefinement(initialisation) ? 'refined' : 'plain'
}
