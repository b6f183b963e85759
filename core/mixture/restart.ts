import { climb, type Climbed, type ClimbRules, type Footpoint } from './climb/climb.ts'
import { plateauFlags } from './climb/plateau.ts'
import { climbSample } from './climb/sample.ts'
import { collapseReason, type Collapse, type Failure } from './collapse.ts'
import { createEm, type Em } from './em.ts'
import { artefactFlags, iterationLimitFlag, saddleFlags } from './flags.ts'
import { logJacobian } from './missing/gaps.ts'
import { componentOrder, toMixture } from './outcome.ts'
import type { Parameters } from './parameters.ts'
import { countOf } from './row-weights.ts'
import { createSetting } from './setting.ts'
import { startRestart } from './start/start.ts'
import type {
  Flag,
  Mixture,
  Prepared,
  RestartControl,
  RestartOutcome,
  RestartRequest,
  RestartStatus,
} from './types.ts'

/**
 * One restart of EM: a start, then E- and M-steps until it has converged, collapsed, been dropped, reached the limit or been
 * stopped. A numeric failure is a status, never an exception. Same rows and request, same outcome, to the bit.
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
  const setting = createSetting(prepared, components, covariance, regularisation, { ...request, stopped })
  if (setting.work.brake.pulled) return nothing('stopped', '')
  const em = createEm(prepared, setting, stopped, control.crew ?? null)
  const begun = footpoint(em, request, stopped)
  if (begun.kind === 'stopped') return nothing('stopped', '')
  if (begun.kind === 'collapse') {
    const at = isCounted(request) ? 1 : 0
    return nothing('collapsed', collapseReason(begun.cause, begun.component + 1, at), collapseOf(begun))
  }
  const jacobian = logJacobian(prepared)
  return finish(em, jacobian, climb(em, rulesOf(em, request, control, jacobian), begun))
}

/** A given start that is itself an M-step is the first iteration. */
function isCounted({ start }: RestartRequest): boolean {
  return start !== undefined && start.kind !== 'parameters'
}

/** Where a restart's climb begins: at the parameters of its start, or where it paused. */
export function footpoint(em: Em, request: RestartRequest, stopped: () => boolean): Footpoint | Failure {
  if (request.resumption !== undefined) return { kind: 'resumption', resumption: request.resumption }
  const parameters = em.create()
  const failure = startRestart(em, request, parameters, stopped)
  if (failure !== null) return failure
  if (request.subsample && request.start === undefined && !climbSample(em, request, parameters, stopped))
    return { kind: 'stopped' }
  return { kind: 'start', parameters, iterations: isCounted(request) ? 1 : 0 }
}

function rulesOf(em: Em, request: RestartRequest, control: RestartControl, jacobian: number): ClimbRules {
  const least = request.leastLimit ?? -Infinity
  let latest: Parameters | null = null
  const mixture = () => {
    if (latest === null) throw new RangeError('Nothing has been reached yet.')
    return toMixture(latest, em.rows, componentOrder(latest))
  }
  return {
    tolerance: request.tolerance,
    accelerated: request.acceleration === 'squarem',
    leastLimit: least + jacobian,
    maxIterations: request.maxIterations,
    pauseAfter: request.pauseAfter ?? Infinity,
    passed({ move, reached }) {
      const { iterations, parameters, entropy } = reached
      const logLikelihood = reached.logLikelihood - jacobian
      control.passed?.({ iterations, move, logLikelihood, parameters })
      if (iterations === 0) return
      latest = parameters
      control.iterated(iterations - 1, logLikelihood)
      control.reached?.(iterations, logLikelihood, entropy, mixture)
    },
  }
}

function finish(em: Em, jacobian: number, climbed: Climbed): RestartOutcome {
  const { status, ascent, failure, resumption } = climbed
  const { parameters, iterations, logLikelihood, entropy } = ascent.reached
  const order = componentOrder(parameters)
  const collapsed = failure?.kind === 'collapse' ? failure : null
  const component = collapsed === null ? 0 : order.indexOf(collapsed.component)
  const reason = collapsed === null ? '' : collapseReason(collapsed.cause, component + 1, iterations + 1)
  const collapse = collapsed === null ? {} : collapseOf({ ...collapsed, component })
  if (Number.isNaN(logLikelihood)) return nothing(status, reason, collapse)
  if (iterations === 0) {
    const begun = toMixture(parameters, em.rows, order)
    return nothing(status, reason, collapsed === null ? {} : collapseOf({ ...collapsed, component }, begun))
  }
  const flags: Flag[] = [
    ...artefactFlags(em.setting, parameters, countOf(em.rows), order),
    ...saddleFlags(parameters, order),
    ...plateauFlags(status, ascent.convergence, parameters, countOf(em.rows)),
  ]
  if (status === 'iteration-limit') flags.push(iterationLimitFlag(iterations))
  const { limit } = ascent.outlook
  return {
    status,
    iterations,
    logLikelihood: logLikelihood - jacobian,
    mixture: toMixture(parameters, em.rows, order),
    entropy,
    reason,
    ...collapse,
    limit: limit === null ? null : limit - jacobian,
    ...(resumption === undefined ? {} : { resumption }),
    flags,
  }
}

function collapseOf({ component, cause }: Collapse, begun?: Mixture): Pick<RestartOutcome, 'collapse'> {
  return { collapse: { component, cause, ...(begun === undefined ? {} : { begun }) } }
}

function nothing(
  status: RestartStatus,
  reason: string,
  collapse: Pick<RestartOutcome, 'collapse'> = {},
): RestartOutcome {
  return {
    status,
    iterations: 0,
    logLikelihood: null,
    mixture: null,
    entropy: null,
    reason,
    ...collapse,
    limit: null,
    flags: [],
  }
}
