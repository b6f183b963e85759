import { matchPartitions } from '../core/mixture/matching.ts'
import { adjustedRandIndex, UNLABELLED } from '../core/mixture/partition.ts'
import { createTotal } from '../core/mixture/total.ts'
import type { Mixture, Prepared } from '../core/mixture/types.ts'
import { EngineError } from '../contract/errors.ts'
import { phrase } from '../contract/words/say.ts'
import type { LeavingOutView } from '../contract/views.ts'
import type { WorkControl } from '../workers/control.ts'
import { createFitMemory } from '../workers/fit-memory.ts'
import type { Pool } from '../workers/pool.ts'
import { contingencyOf } from './contingency-of.ts'
import type { Fitted } from './fits/fits.ts'
import { requestOf } from './fits/request.ts'
import { countMissing } from './gaps.ts'
import { inBlocks } from './in-blocks.ts'
import { labelRows, type Labelling } from './labelling.ts'
import { cancelled } from './work.ts'

const POLL_MILLISECONDS = 20

/**
 * What leaving out the rows with gaps would have given instead of this restart: EM over the complete rows, from the restart's own
 * parameters and under the settings of its fit. Throws `invalid-input` for a fit that left them out.
 */
export async function leavingOut(
  pool: Pool,
  { fit, restart, mixture }: Fitted,
  control: WorkControl,
): Promise<LeavingOutView> {
  const { settings, columns } = fit
  if (settings.missing !== 'em')
    throw new EngineError(
      'invalid-input',
      phrase('This fit has left out the rows with missing cells, so there is nothing to compare it with.'),
      phrase('Fit with --missing em, or “Use what is there” under Missing cells, first.'),
    )
  const wanted = { uncertainty: true, logDensity: true }
  const own = await labelRows(pool, mixture, columns, wanted, control)
  const counts = await countComplete(own, columns)
  const { prepared } = await pool.run('prepare-rows', {
    columns: [...columns],
    scaling: settings.scaling,
    control: control.buffer,
  })
  const start = { kind: 'parameters' as const, mixture }
  const asked = requestOf(restart, settings)
  const request = { ...asked, initialisation: 'given' as const, start, subsample: false }
  const memory = createFitMemory(1, request.maxIterations)
  const watch = setInterval(() => {
    if (control.stopped()) memory.stop()
  }, POLL_MILLISECONDS)
  try {
    const outcome = await pool.run('run-restart', { prepared, request, memory: memory.buffer, slot: 0 })
    if (control.stopped()) throw cancelled()
    const { status, logLikelihood } = outcome
    if (status === 'collapsed' || outcome.mixture === null || logLikelihood === null)
      return { ...counts, ...NOTHING }
    const theirs = await labelRows(pool, outcome.mixture, columns, {}, control)
    if (control.stopped()) throw cancelled()
    const leftOut = { status, logLikelihood }
    return {
      ...counts,
      leftOut,
      ...(await difference(fit.names, mixture, outcome.mixture, own.labels, theirs.labels, prepared)),
    }
  } finally {
    clearInterval(watch)
  }
}

const NOTHING = { leftOut: null, changed: NaN, adjustedRandIndex: NaN, shift: null }

async function countComplete(
  { uncertainty, logDensity }: Labelling,
  columns: readonly Float64Array[],
): Promise<Pick<LeavingOutView, 'complete' | 'withGaps' | 'logLikelihood' | 'uncertainty'>> {
  const total = createTotal()
  const sums = { complete: createTotal(), withGaps: createTotal() }
  let complete = 0
  let withGaps = 0
  await inBlocks(columns[0].length, (from, to) => {
    for (let row = from; row < to; row++) {
      const lacking = countMissing(columns, row)
      if (lacking === columns.length) continue
      if (lacking > 0) {
        withGaps++
        sums.withGaps.add(uncertainty?.[row] ?? NaN)
        continue
      }
      complete++
      total.add(logDensity?.[row] ?? NaN)
      sums.complete.add(uncertainty?.[row] ?? NaN)
    }
  })
  const uncertain = { complete: sums.complete.value() / complete, withGaps: sums.withGaps.value() / withGaps }
  return { complete, withGaps, logLikelihood: total.value(), uncertainty: uncertain }
}

async function difference(
  names: readonly string[],
  own: Mixture,
  other: Mixture,
  labels: Uint8Array,
  others: Uint8Array,
  { spread }: Prepared,
): Promise<Pick<LeavingOutView, 'changed' | 'adjustedRandIndex' | 'shift'>> {
  const table = await contingencyOf(labels, others, own.components, other.components)
  const match = matchPartitions(table)
  let changed = 0
  await inBlocks(labels.length, (from, to) => {
    for (let row = from; row < to; row++)
      if (others[row] !== UNLABELLED && match[labels[row]] !== others[row]) changed++
  })
  return {
    changed,
    adjustedRandIndex: adjustedRandIndex(table),
    shift: widestShift(names, own, other, match, spread),
  }
}

function widestShift(
  names: readonly string[],
  own: Mixture,
  other: Mixture,
  match: ArrayLike<number>,
  spread: Float64Array,
): LeavingOutView['shift'] {
  let widest: LeavingOutView['shift'] = null
  for (let k = 0; k < own.components; k++) {
    if (match[k] < 0) continue
    names.forEach((column, j) => {
      const to = own.means[k * own.dimension + j]
      const from = other.means[match[k] * own.dimension + j]
      const deviations = Math.abs(to - from) / spread[j]
      if (widest === null || deviations > widest.deviations)
        widest = { component: k, column, from, to, deviations }
    })
  }
  return widest
}
