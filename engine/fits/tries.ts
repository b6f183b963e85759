import { refinementSeed } from '../../core/random/seed.ts'
import type { KnownCell } from './known-cells.ts'
import type { Outcome } from './outcome.ts'
import type { PlannedRestart } from './plan.ts'
import type { Try } from './refine.ts'
import { requestOf } from './request.ts'
import type { Stage } from './search.ts'

type TriedCell = Pick<KnownCell, 'components' | 'covariance' | 'restarts'>

/** Tries to better one cell: they run in the slots of the lanes, and only what joins is kept. */
export interface Tries {
  run(one: Try): Promise<Outcome>
  /** It is better than all before it. Returns its id. */
  joined(one: Try, outcome: Outcome): string
}

/** `began` is told of each as it begins. */
export function createTries(stage: Stage, cell: TriedCell, began: () => void = () => undefined): Tries {
  const { runner, plan, settings, follower } = stage
  const { components } = cell
  const traces = new Map<number, Float64Array>()
  return {
    run: (one) =>
      runner.run({
        ground: stage,
        request: {
          ...requestOf(refinementOf(cell, one, settings.seed), settings),
          base: one.base,
          ...(one.leastLimit !== undefined && { leastLimit: one.leastLimit }),
        },
        order: plan.length + components,
        slot: (lane) => plan.length + lane,
        began,
        ended(outcome, trace) {
          traces.set(one.index, trace)
          follower.tried(components, outcome)
        },
      }),
    joined(one, outcome) {
      const refinement = refinementOf(cell, one, settings.seed)
      follower.joined(refinement, outcome, traces.get(one.index) ?? new Float64Array())
      return refinement.id
    },
  }
}

function refinementOf(
  { components, covariance, restarts }: TriedCell,
  { index, initialisation, from, base }: Try,
  seed: number,
): PlannedRestart {
  return {
    id: `${covariance}-${components}-${initialisation}-${index}`,
    components,
    covariance,
    index: restarts + index,
    seed: refinementSeed(seed, components, covariance, index),
    initialisation,
    from,
    base,
  }
}
