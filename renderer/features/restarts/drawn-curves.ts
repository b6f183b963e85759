import { isRefinement } from '../../../contract/refinement.ts'
import type { RestartView } from '../../../contract/views.ts'
import type { RankedRestart } from '../../stores/ranking.ts'
import { pointsPerCurve, thinTrace, type CurveScale } from '../../charts/curves.ts'
import type { Curve, CurveLook } from '../../charts/strokes.ts'

interface Held {
  length: number
  key: string
  xy: Float64Array
}

export type DrawCurves = (
  ranked: readonly RankedRestart[],
  traceOf: (restart: string) => Float64Array,
  scale: CurveScale,
  top: number,
) => Curve[]

/** The curves of all restarts that have begun; one whose trace has not grown keeps its points from the time before. */
export function createCurves(): DrawCurves {
  let held = new Map<string, Held>()

  return (ranked, traceOf, scale, top) => {
    const points = pointsPerCurve(ranked.length)
    const key = scale === 'gap' ? `${points} ${top}` : String(points)
    const kept = new Map<string, Held>()
    const curves: Curve[] = []
    for (const { restart } of ranked) {
      const trace = traceOf(restart.id)
      if (trace.length === 0) continue
      const before = held.get(restart.id)
      const { xy } =
        before?.length === trace.length && before.key === key
          ? before
          : { xy: thinTrace(trace, points, scale, top) }
      kept.set(restart.id, { length: trace.length, key, xy })
      curves.push({ id: restart.id, xy, look: lookOf(restart), solution: restart.solution })
    }
    held = kept
    return curves
  }
}

function lookOf({ state, initialisation }: RestartView): CurveLook {
  if (state === 'collapsed' || state === 'dropped') return state
  return isRefinement(initialisation) ? 'refined' : 'plain'
}
