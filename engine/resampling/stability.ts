import { criteria, parameterCount } from '../../core/mixture/criteria.ts'
import { adjustedRandIndex, contingency } from '../../core/mixture/partition.ts'
import { replicateSeed } from '../../core/random/seed.ts'
import { recovery } from '../../core/resampling/jaccard.ts'
import type { CallOptions } from '../../contract/engine.ts'
import type { StabilityView } from '../../contract/resampling-views.ts'
import type { Checked } from '../../contract/schemas.ts'
import { createWorkControl } from '../../workers/control.ts'
import type { Pool } from '../../workers/pool.ts'
import type { ClusterLabels } from '../cluster-labels.ts'
import { cellName } from '../fits/cells.ts'
import { checkSize } from '../fits/check-size.ts'
import type { Fitted } from '../fits/fits.ts'
import { planCells, planRestarts, type PlannedRestart } from '../fits/plan.ts'
import type { Runner } from '../fits/runner.ts'
import { labelRows } from '../labelling.ts'
import { inBackground } from './background.ts'
import { inTurn } from './in-turn.ts'
import { createPace } from './progress.ts'
import { refit, slotsOf, type Candidate } from './refit.ts'
import { checkRepeatable, replicateSettings } from './replicate-settings.ts'
import { populationOf } from './population.ts'
import { findingsOf, parametersOf, type Replicate } from './stability-view.ts'

/** What replicates are made with. */
export interface Workshop {
  pool: Pool
  runner: Runner
  clusterLabels: ClusterLabels
}

type Asked = Omit<Checked<'stability'>, 'fit' | 'restart'>

/**
 * Fits rows drawn again as the fit was made, restarts and refinements included, and finds the clusters of a restart again among
 * those of its own model; the reference itself is no start. Replicate r is the same however many are asked for. An abort ends it
 * early with what was found. Throws `not-available` for a fit that cannot be made again.
 */
export async function stabilityOf(
  workshop: Workshop,
  reference: Fitted,
  asked: Asked,
  { signal, onProgress }: CallOptions<'stability'>,
): Promise<StabilityView> {
  const { fit, restart, mixture } = reference
  checkRepeatable(fit.settings)
  const pace = createPace()
  const own = { components: restart.components, covariance: restart.covariance }
  const settings = replicateSettings(fit.settings, {
    restarts: asked.restarts,
    ...(asked.models === 'cell' && {
      components: { from: own.components, to: own.components },
      covariances: [own.covariance],
    }),
  })
  const size = planOf(settings, own)
  checkSize(fit.dataset, settings, size, slotsOf(workshop.runner, size, settings))
  const rows = populationOf(fit.columns)
  const labels = await workshop.clusterLabels(reference)
  const replicates: Replicate[] = []

  async function replicate(index: number, stop: AbortSignal): Promise<Replicate | null> {
    const seed = replicateSeed(fit.settings.seed, asked.scheme, index)
    const again = { ...settings, seed }
    const { prepared, usedRows } = await workshop.pool.run('prepare-rows', {
      columns: fit.columns,
      scaling: settings.scaling,
      resampling: { rows, scheme: asked.scheme, seed },
    })
    if (stop.aborted) return null
    const found = await refit({
      runner: inBackground(workshop.runner, index),
      prepared,
      columns: fit.columns,
      usedRows,
      settings: again,
      plan: planOf(again, own),
      signal: stop,
    })
    if (found === null) return null
    const best = (candidates: readonly Candidate[]) =>
      bestOf(candidates, settings.criterion, prepared.rows, prepared.dimension)
    const chosen = best(found)?.restart ?? null
    const refitted = best(found.filter((one) => cellName(one.restart) === cellName(own)))
    return {
      chosen: chosen && { components: chosen.components, covariance: chosen.covariance },
      refitted: refitted && (await recovered(workshop.pool, reference, labels, refitted)),
    }
  }

  const view = (): StabilityView => ({
    fit: fit.id,
    restart: restart.id,
    scheme: asked.scheme,
    models: asked.models,
    asked: asked.replicates,
    done: replicates.length,
    restarts: asked.restarts,
    refinements: settings.refinements,
    ...pace.times(replicates.length, asked.replicates),
    stopped: signal?.aborted === true && replicates.length < asked.replicates,
    ...findingsOf(mixture, replicates, asked.scheme === 'bootstrap'),
  })
  pace.tell(onProgress, view)
  await inTurn({
    count: asked.replicates,
    atOnce: Math.ceil(workshop.runner.lanes / size.length) + 1,
    signal,
    work: replicate,
    take(one) {
      replicates.push(one)
      pace.tell(onProgress, view)
      return true
    },
  })
  return { ...view(), secondsLeft: null }
}

/** All models of the settings, and the restart's own where they do not have it: a manual restart may have a cell of its own. */
function planOf(
  settings: Parameters<typeof planRestarts>[0],
  own: Pick<PlannedRestart, 'components' | 'covariance'>,
) {
  const plan = planRestarts(settings)
  const known = plan.some((one) => cellName(one) === cellName(own))
  return known ? plan : [...plan, ...planCells(settings, [own], 0, settings.restarts)]
}

/** What the fit's criterion takes as best; of equals the one that is named first, for the order of ending is not always the same. */
function bestOf(
  candidates: readonly Candidate[],
  criterion: keyof ReturnType<typeof criteria>,
  rows: number,
  dimension: number,
): Candidate | null {
  const height = ({ restart, outcome }: Candidate) => {
    const parameters = parameterCount(restart.covariance, restart.components, dimension)
    return criteria(outcome.logLikelihood, parameters, rows, outcome.entropy ?? 0)[criterion]
  }
  let best: { candidate: Candidate; value: number } | null = null
  for (const candidate of candidates) {
    const value = height(candidate)
    const first = best !== null && candidate.restart.id < best.candidate.restart.id
    if (best === null || value < best.value || (value === best.value && first)) best = { candidate, value }
  }
  return best?.candidate ?? null
}

/** All rows of the file by the refitted model, beside the labels of the reference. */
async function recovered(
  pool: Pool,
  { fit, mixture: reference }: Fitted,
  labels: Uint8Array,
  { outcome: { mixture } }: Candidate,
): Promise<Replicate['refitted']> {
  const again = await labelRows(pool, mixture, fit.columns, {}, createWorkControl())
  const table = contingency(labels, again.labels, reference.components, mixture.components)
  const { match, jaccard } = recovery(table)
  return { jaccard, adjustedRand: adjustedRandIndex(table), parameters: parametersOf(mixture, match) }
}
