import { collapseReason, type Failure } from './collapse.ts'
import { createConvergence } from './convergence.ts'
import { createEm, type Em } from './em.ts'
import { saddleFlags, spuriousFlags } from './flags.ts'
import { componentOrder, toMixture } from './outcome.ts'
import type { Parameters } from './parameters.ts'
import { createSetting } from './setting.ts'
import { stepEnergy } from './step.ts'
import { startRestart } from './start/start.ts'
import type {
  Flag,
  Prepared,
  RestartControl,
  RestartOutcome,
  RestartRequest,
  RestartStatus,
} from './types.ts'

/** The last parameters whose log-likelihood is known. */
interface Reached {
  parameters: Parameters
  /** M-steps done. */
  iterations: number
  logLikelihood: number
  entropy: number
}

/**
 * One restart of EM: a start, then E- and M-steps until it has converged, collapsed, reached the limit or been stopped. A
 * numeric failure is a status, never an exception. Same rows and request, same outcome, to the bit.
 */
export function runRestart(
  prepared: Prepared,
  request: RestartRequest,
  control: RestartControl,
): RestartOutcome {
  const { components, covariance, regularisation } = request
  if (components > prepared.rows) {
    const rows = prepared.rows === 1 ? 'there is only 1 row' : `there are only ${prepared.rows} rows`
    return nothing('collapsed', `${components} components cannot be fitted: ${rows}.`)
  }
  const stopped = () => control.stopped()
  const setting = createSetting(prepared, components, covariance, regularisation)
  const em = createEm(prepared, setting, stopped)
  const first = em.create()
  const failure = startRestart(em, request, first, stopped)
  if (failure?.kind === 'stopped') return nothing('stopped', '')
  const counted = request.start !== undefined && request.start.kind !== 'parameters'
  if (failure !== null)
    return nothing('collapsed', collapseReason(failure.cause, failure.component + 1, counted ? 1 : 0))
  return climb(em, request, control, first, counted ? 1 : 0)
}

function climb(
  em: Em,
  request: RestartRequest,
  control: RestartControl,
  first: Parameters,
  done: number,
): RestartOutcome {
  const jacobian = em.rows.rows * em.rows.spread.reduce((sum, spread) => sum + Math.log(spread), 0)
  const convergence = createConvergence(request.tolerance)
  let current = first
  let next = em.create()
  let reached: Reached | null = null
  let energy: number | null = null
  for (let iterations = done; ; iterations++) {
    if (!em.expect(current)) return finish(em, reached, 'stopped', null)
    const logLikelihood = em.kernel.logLikelihood - jacobian
    reached = { parameters: current, iterations, logLikelihood, entropy: em.kernel.entropy }
    if (iterations > 0) control.iterated(iterations - 1, logLikelihood)
    if (convergence.reached(logLikelihood, energy) && iterations > 0)
      return finish(em, reached, 'converged', null)
    if (iterations >= request.maxIterations) return finish(em, reached, 'iteration-limit', null)
    const failure = em.maximise(current, next)
    if (failure !== null) return finish(em, reached, 'collapsed', failure)
    if (request.regularisation.value > 0) energy = stepEnergy(current, next, em.rows.rows)
    ;[current, next] = [next, current]
  }
}

function finish(
  em: Em,
  reached: Reached | null,
  status: RestartStatus,
  failure: Failure | null,
): RestartOutcome {
  const order = componentOrder(reached?.parameters ?? em.create())
  const at = (reached?.iterations ?? 0) + 1
  const reason =
    failure?.kind === 'collapse'
      ? collapseReason(failure.cause, order.indexOf(failure.component) + 1, at)
      : ''
  if (reached === null || reached.iterations === 0) return nothing(status, reason)
  const flags: Flag[] = [
    ...spuriousFlags(em.setting, reached.parameters, em.rows.rows, order),
    ...saddleFlags(reached.parameters, order),
  ]
  if (status === 'iteration-limit') {
    flags.push({
      code: 'iteration-limit',
      message: `It had not converged after ${reached.iterations} iterations.`,
    })
  }
  return {
    status,
    iterations: reached.iterations,
    logLikelihood: reached.logLikelihood,
    mixture: toMixture(reached.parameters, em.rows, order),
    entropy: reached.entropy,
    reason,
    limit: null,
    flags,
  }
}

function nothing(status: RestartStatus, reason: string): RestartOutcome {
  return {
    status,
    iterations: 0,
    logLikelihood: null,
    mixture: null,
    entropy: null,
    reason,
    limit: null,
    flags: [],
  }
}
