import type { RestartRequest, Start } from '../../core/mixture/types.ts'
import type { FitSettings } from '../../contract/schemas.ts'
import { ownRequest } from '../fits/own-request.ts'
import { legsRun, type Leg, type PlannedRestart } from '../fits/plan.ts'

/** A stretch of a restart that ran in one go. */
export interface Segment {
  request: RestartRequest
  /** Iterations of the restart before it, and at its end. */
  from: number
  to: number
}

/**
 * The stretches that a restart of so many iterations ran in: one, and another for each time that it was continued from the
 * parameters it had. `given` is the start of the fit, if it has one.
 */
export function segmentsOf(
  restart: PlannedRestart,
  settings: FitSettings,
  given: Start | null,
  iterations: number,
): Segment[] {
  const legs = legsRun(restart, iterations)
  const anew = legs.find(({ mixture }) => mixture === null)
  const own = { ...ownRequest(restart, settings, given), ...(anew && heldTo(anew)) }
  const begun = [
    { request: own, from: 0 },
    ...legs.flatMap((leg) => {
      const { mixture, iterations: from } = leg
      if (mixture === null) return []
      return [{ request: { ...own, ...heldTo(leg), start: { kind: 'parameters' as const, mixture } }, from }]
    }),
  ]
  return begun.map((segment, at) => ({ ...segment, to: begun[at + 1]?.from ?? iterations }))
}

const heldTo = ({ tolerance, maxIterations }: Leg) => ({ tolerance, maxIterations })
