import { dealInitialisation } from '../../core/mixture/deal.ts'
import { restartSeed } from '../../core/random/seed.ts'
import type { Base, CovarianceModel, Initialisation, Mixture, Start } from '../../core/mixture/types.ts'
import type { FitSettings } from '../../contract/schemas.ts'
import { cellName, cellsOf } from './cells.ts'

/** One restart that is to be run, or a refinement that joined them. */
export interface PlannedRestart {
  /** `<covariance>-<components>-<index>`; of others `<covariance>-<components>-<initialisation>-<number>`. */
  id: string
  components: number
  covariance: CovarianceModel
  /** 0-based within (components, covariance). */
  index: number
  seed: number
  initialisation: Initialisation
  /** Id of the restart that a refinement started from, and what it made of it. */
  from?: string
  base?: Base
  /** What a manual restart began from. */
  start?: Start
  /** How it was continued. */
  legs?: Leg[]
  /** A person took it out by hand: it is kept, and counts in nothing. */
  removed?: true
}

/** A stretch that a restart was continued by. */
export interface Leg {
  /** Where it stood: after how many iterations, and at what; null where it was yet to begin. */
  iterations: number
  mixture: Mixture | null
  tolerance: number
  /** More than those it had. */
  maxIterations: number
}

/** Whether it is one of the starts that hits are counted of: no refinement, nor manual. */
export function isIndependent({ from, start }: PlannedRestart): boolean {
  return from === undefined && start === undefined
}

type CellName = Pick<PlannedRestart, 'components' | 'covariance'>

/** The stretches that a restart of so many iterations has kept: one that gained nothing has left no trace. */
export function legsRun({ legs = [] }: PlannedRestart, iterations: number): Leg[] {
  return legs.filter((leg) => leg.iterations < iterations)
}

type Asked = Pick<FitSettings, 'components' | 'covariances' | 'initialisation' | 'restarts' | 'seed'> & {
  start?: FitSettings['start'] | undefined
}

/**
 * All restarts of a fit, cell by cell: covariance models as asked, components rising, index rising. With a start of the
 * person's own each cell has one. A restart depends on its own cell and index alone, so asking for more only appends.
 */
export function planRestarts(settings: Asked): PlannedRestart[] {
  const each = settings.start === undefined ? settings.restarts : 1
  return planCells(settings, cellsAsked(settings), 0, each)
}

/** The restarts of some cells from one index to before another. */
export function planCells(
  settings: Asked,
  cells: Iterable<CellName>,
  from: number,
  to: number,
): PlannedRestart[] {
  const plan: PlannedRestart[] = []
  for (const { covariance, components } of cells) {
    for (let index = from; index < to; index++) {
      plan.push({
        id: `${covariance}-${components}-${index}`,
        components,
        covariance,
        index,
        seed: restartSeed(settings.seed, components, covariance, index),
        initialisation:
          settings.start === undefined ? dealInitialisation(settings.initialisation, index) : 'given',
      })
    }
  }
  return plan
}

function* cellsAsked({ covariances, components: { from, to } }: Asked): Generator<CellName> {
  for (const covariance of new Set(covariances))
    for (let components = from; components <= to; components++) yield { covariance, components }
}

/**
 * The places of a plan cell by cell as they first come, restarts before refinements: restarts by index, then manual ones, then
 * refinements in the order of their tries.
 */
export function inOrder(plan: readonly PlannedRestart[]): number[] {
  const cells = new Map(cellsOf(plan).map((cell, at) => [cellName(cell), at]))
  const keys = plan.map((restart) => ({
    refined: Number(restart.from !== undefined),
    cell: cells.get(cellName(restart)) ?? 0,
    manual: Number(restart.start !== undefined),
    index: restart.index,
  }))
  return [...plan.keys()].sort(
    (a, b) =>
      keys[a].refined - keys[b].refined ||
      keys[a].cell - keys[b].cell ||
      keys[a].manual - keys[b].manual ||
      keys[a].index - keys[b].index,
  )
}
