import { EngineError } from '../../contract/errors.ts'
import { phrase } from '../../contract/words/say.ts'
import type { Addition, Untold } from './addition.ts'
import { cellsOf } from './cells.ts'
import type { Records } from './ledger.ts'
import { isIndependent, type PlannedRestart } from './plan.ts'
import type { Fit } from './run.ts'

/**
 * The restarts of a fit that had not begun when it was stopped, each as it would have been. As with more restarts, cells are put in order then.
 * Where they are stopped again, those that have not begun then wait on.
 */
export function restOf(fit: Fit): Addition {
  const waits = (at: number) =>
    isIndependent(fit.plan[at]) &&
    fit.plan[at].removed !== true &&
    fit.outcomes[at].status === 'stopped' &&
    fit.outcomes[at].mixture === null
  const [waiting, others] = [
    [...fit.plan.keys()].filter(waits),
    [...fit.plan.keys()].filter((at) => !waits(at)),
  ]
  if (waiting.length === 0)
    throw new EngineError(
      'not-available',
      phrase('No restart of this fit waits.'),
      phrase('Run more of them.'),
    )
  const planned = waiting.map((at) => fit.plan[at])
  return {
    planned,
    settings: { ...fit.settings, refinements: 0 },
    past: {
      ...fit,
      plan: others.map((at) => fit.plan[at]),
      outcomes: others.map((at) => fit.outcomes[at]),
      traces: others.map((at) => fit.traces[at]),
    },
    ordered: true,
    inParts: true,
    closed: (records) => ({ ...records, extension: { kind: 'restarts', cells: begunOf(planned, records) } }),
  }
}

/** Of each cell the runs of indices that have begun. */
function begunOf(planned: readonly PlannedRestart[], records: Records): CellsRun {
  const begun = new Set(
    records.plan.filter((_, at) => {
      const { status, mixture } = records.outcomes[at]
      return status !== 'stopped' || mixture !== null
    }),
  )
  const runs: CellsRun = []
  for (const { components, covariance, slots } of cellsOf(planned)) {
    let last: CellsRun[number] | null = null
    for (const restart of slots.map((slot) => planned[slot])) {
      if (!begun.has(restart)) continue
      if (last !== null && last.from + last.count === restart.index) last.count++
      else runs.push((last = { components, covariance, from: restart.index, count: 1 }))
    }
  }
  return runs
}

type CellsRun = Extract<Untold, { kind: 'restarts' }>['cells']
