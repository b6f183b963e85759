import { STOPPED, type Failure } from '../collapse.ts'
import type { Em } from '../em.ts'
import { hasGaps } from '../missing/gaps.ts'
import type { Parameters } from '../parameters.ts'
import type { RestartStatus, Resumption } from '../types.ts'
import { createAscent, type Ascent, type AscentRules } from './ascent.ts'
import { pause, resume } from './resumption.ts'

/** The first M-step may be of a start that leaves rows out or lies far off, the second is of all rows, from near by: more is rounding. */
const CLOSED = 2

/** How far a climb goes, and who is told. */
export interface ClimbRules extends AscentRules {
  maxIterations: number
  /** See `RestartRequest`; Infinity for none. */
  pauseAfter: number
  /** Called at the start, of 0 iterations or 1, and after each iteration. */
  passed(ascent: Ascent): void
}

/** How a climb ended. */
export interface Climbed {
  status: RestartStatus
  /** What was reached; not to be read where the first E-step was stopped: its log-likelihood is then NaN. */
  ascent: Ascent
  failure: Failure | null
  resumption?: Resumption
}

/** Where a climb begins: at parameters after some M-steps, or where another one paused. */
export type Footpoint =
  | { kind: 'start'; parameters: Parameters; iterations: number }
  | { kind: 'resumption'; resumption: Resumption }

/** E- and M-steps until the climb has converged, collapsed, shown itself hopeless, reached its limit, or been stopped. */
export function climb(em: Em, rules: ClimbRules, from: Footpoint): Climbed {
  const ascent = createAscent(em, rules)
  const end = (status: RestartStatus, failure: Failure | null = null): Climbed => ({
    status,
    ascent,
    failure,
  })
  if (from.kind === 'start') {
    if (!em.expect(from.parameters)) return end('stopped', STOPPED)
    ascent.begin(from.parameters, from.iterations)
    rules.passed(ascent)
  } else {
    if (!resume(em, ascent, from.resumption)) return end('stopped', STOPPED)
    if (ascent.footing !== 'refused' && !em.expect(ascent.ahead)) return end('stopped', STOPPED)
  }
  for (;;) {
    const { iterations } = ascent.reached
    if (isClosed(em) && iterations >= Math.min(CLOSED, rules.maxIterations)) return end('converged')
    if (iterations >= rules.maxIterations) return end('iteration-limit')
    if (iterations > 0 && iterations >= rules.pauseAfter)
      return { ...end('iteration-limit'), resumption: pause(ascent) }
    const failure = ascent.step()
    if (failure !== null) return end(failure.kind === 'stopped' ? 'stopped' : 'collapsed', failure)
    if (!em.expect(ascent.ahead)) return end('stopped', STOPPED)
    const converged = ascent.judge()
    rules.passed(ascent)
    if (converged) return end('converged')
    if (ascent.outlook.hopeless) return end('dropped')
  }
}

/** Whether one M-step leads to the maximum: with one component no responsibility changes any more, but for gaps and noise. */
function isClosed({ setting, rows }: Em): boolean {
  return setting.components === 1 && setting.noise === null && !hasGaps(rows)
}
