import type { FitSettings } from '../../contract/schemas.ts'
import type { Pilot } from '../../workers/pilots.ts'
import { triesOf } from '../fits/cell-improvement.ts'
import type { PlannedRestart } from '../fits/plan.ts'

type CellName = Pick<PlannedRestart, 'components' | 'covariance'>

export interface Trial extends CellName {
  pilot: Pilot
}

/** Restarts end sooner or later than the one that was tried by about so much. */
const SOONER = 0.5
const LATER = 2.5
/** Of a trial that was cut short nobody knows how far it had to go: at least this many iterations, and at most. */
const FEWEST = 20
const MOST = 500
/** A refinement starts near its end. */
const REFINEMENT = 0.6
/** A race gives up most restarts early. */
const RACE = 0.3

/** The cells worth a trial: every covariance model at the most components, and the first at the fewest. */
export function trialCells({ covariances, components: { from, to } }: FitSettings): CellName[] {
  const models = [...new Set(covariances)]
  const least = from === to ? [] : [{ covariance: models[0], components: from }]
  return [...models.map((covariance) => ({ covariance, components: to })), ...least]
}

/**
 * Seconds of a whole fit of `rows` rows, from trials on samples of them: each cell's restarts and refinements at the pace of its
 * model's trial, in proportion to the rows, and by the power of the components that the trials of the first model show. Null
 * without a trial.
 */
export function estimateSeconds(
  settings: FitSettings,
  trials: readonly Trial[],
  rows: number,
  threads: number,
): { low: number; high: number } | null {
  const { components, covariances, strategy, maxIterations } = settings
  const largest = trials.filter((trial) => trial.components === components.to)
  if (largest.length === 0) return null
  const each = settings.start === undefined ? settings.restarts : 1
  const power = growth(trials)
  let [low, high, runs] = [0, 0, 0]
  for (const covariance of new Set(covariances)) {
    const { pilot } = largest.find((trial) => trial.covariance === covariance) ?? largest[0]
    const one = restartSeconds(pilot, rows, maxIterations)
    for (let K = components.from; K <= components.to; K++) {
      const scale = (K / components.to) ** power
      const tries = triesOf(settings, K)
      runs += each + tries
      low += scale * one.low * each * (strategy === 'race' ? RACE : 1)
      high += scale * one.high * (each + REFINEMENT * tries)
    }
  }
  const lanes = Math.max(1, Math.min(threads, runs))
  return { low: low / lanes, high: high / lanes }
}

function restartSeconds({ rows, iterations, seconds, ended }: Pilot, all: number, maxIterations: number) {
  const pace = ((seconds / iterations) * all) / rows
  const bounded = (count: number) => pace * Math.min(count, maxIterations)
  if (ended) return { low: bounded(SOONER * iterations), high: bounded(LATER * iterations) }
  return {
    low: bounded(Math.max(FEWEST, iterations)),
    high: bounded(Math.max(MOST, 3 * iterations)),
  }
}

/** The power of the number of components by which the seconds of a restart grow: in proportion at least. */
function growth(trials: readonly Trial[]): number {
  const [first] = trials
  const fewest = trials.at(-1)
  if (
    fewest === undefined ||
    fewest.components === first.components ||
    !fewest.pilot.ended ||
    !first.pilot.ended
  )
    return 1
  const ratio = first.pilot.seconds / fewest.pilot.seconds
  return Math.min(3, Math.max(1, Math.log(ratio) / Math.log(first.components / fewest.components)))
}
