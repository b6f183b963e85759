import type { CovarianceModel, Mixture, Prepared, RestartRequest } from '../../../core/mixture/types.ts'
import type { ScriptView } from '../../../contract/views.ts'
import { createFitMemory } from '../../../workers/fit-memory.ts'
import type { WorkControl } from '../../../workers/control.ts'
import type { Pool } from '../../../workers/pool.ts'
import type { Fitted } from '../../fits/fits.ts'
import { ownRequest } from '../../fits/own-request.ts'
import { readyRows } from '../../fits/ready-rows.ts'
import { cancelled, watchWork } from '../../work.ts'
import { agree, plainRequest, type Reached } from './agreement.ts'
import { notesOf, otherMaximum } from './notes.ts'
import { pythonScript } from './python.ts'
import { rScript } from './r.ts'
import { readingOf } from './reading.ts'
import type { Recipe } from './recipe.ts'
import { scriptRefusal, type Language } from './refusal.ts'
import { sizesOf } from './sizes.ts'
import { unitsOf } from './units.ts'

/**
 * The program that gives a restart's fit elsewhere, and what to know about it. Runs EM as that program will, so as to promise
 * only what it keeps. Throws `not-available` where the language cannot repeat the fit, `no-usable-model` where EM alone collapses.
 */
export async function scriptOf(
  pool: Pool,
  fitted: Fitted,
  language: Language,
  version: string,
  signal: AbortSignal | undefined,
): Promise<ScriptView> {
  const { fit, restart } = fitted
  const { settings, columns, dataset } = fit
  const refusal = scriptRefusal(language, restart.covariance, columns.length, settings)
  if (refusal !== null) throw refusal
  const { prepared, start, stopped } = await readyRows(pool, dataset, settings, signal)
  if (stopped) throw cancelled()
  const own = ownRequest(restart, settings, start)
  const regularisation = language === 'r' ? { kind: 'relative' as const, value: 0 } : settings.regularisation
  const request = { ...own, regularisation }

  return await watchWork({ signal }, async (control) => {
    const reached = async (mixture: Mixture, logLikelihood: number): Promise<Reached> => ({
      mixture,
      logLikelihood,
      ...(await sizesOf(pool, mixture, columns, control)),
    })
    const end = await reached(fitted.mixture, fitted.logLikelihood)
    const fits = !(language === 'r' && hasOtherMaximum(fitted.mixture, restart.covariance))
    const agreement = fits
      ? await agree(await startOf(pool, prepared, own, control), end, async (from) => {
          const found = await climb(pool, prepared, plainRequest(request, from, prepared.rows), control)
          return found === null ? null : await reached(found.mixture, found.logLikelihood)
        })
      : { from: 'end' as const, start: fitted.mixture, expected: end, tried: null }
    const warnings = fits
      ? notesOf(language, settings, restart.id, end, agreement)
      : [otherMaximum(restart.covariance)]
    const absoluteRidge = regularisation.kind === 'absolute' && regularisation.value > 0
    const units = unitsOf(restart.covariance, settings, absoluteRidge)
    const recipe: Recipe = {
      version,
      restart,
      reading: readingOf(dataset, settings.columns),
      settings,
      units,
      unit: { none: prepared.metric, standardise: prepared.spread, robust: prepared.metric }[units],
      constantColumn: prepared.spread.some((_, j) => prepared.total[(j * (j + 3)) / 2] === 0),
      rowsUsed: prepared.rows,
      centre: prepared.centre,
      fits,
      from: agreement.from,
      start: agreement.start,
      end: fitted.mixture,
      expected: agreement.expected,
      notes: warnings.map(({ message }) => message),
    }
    return { text: language === 'python' ? pythonScript(recipe) : rScript(recipe), warnings }
  })
}

async function startOf(pool: Pool, prepared: Prepared, request: RestartRequest, { buffer }: WorkControl) {
  return await pool.run('start-mixture', { prepared, request, control: buffer })
}

/** Whether mclust 6 fits this model to something else than the likelihood's maximum. */
function hasOtherMaximum({ components, dimension }: Mixture, covariance: CovarianceModel): boolean {
  return covariance === 'VVE' && components > 1 && dimension > 1
}

async function climb(
  pool: Pool,
  prepared: Prepared,
  request: RestartRequest,
  control: WorkControl,
): Promise<{ mixture: Mixture; logLikelihood: number } | null> {
  const memory = createFitMemory(1, request.maxIterations)
  const watch = setInterval(() => {
    if (control.stopped()) memory.stop()
  }, 20)
  try {
    const run = { prepared, request, memory: memory.buffer, slot: 0 }
    const { status, mixture, logLikelihood } = await pool.run('run-restart', run)
    if (status === 'stopped') throw cancelled()
    return status === 'collapsed' || mixture === null || logLikelihood === null
      ? null
      : { mixture, logLikelihood }
  } finally {
    clearInterval(watch)
  }
}
