import { refinementsWorth } from '../../core/mixture/start/refinements.ts'
import { refinementSeed } from '../../core/random/seed.ts'
import type { FitSettings } from '../../contract/schemas.ts'
import type { CellRestarts } from './cell-restarts.ts'
import type { Cell } from './cells.ts'
import type { PlannedRestart } from './plan.ts'
import { refine, type Reached, type Try } from './refine.ts'
import { requestOf } from './request.ts'
import type { Stage } from './search.ts'

/** The most refinements a cell is to have. A start of the person's own is left as it is, and one component has one optimum. */
export function triesOf(settings: FitSettings, components: number): number {
  return settings.start === undefined && components > 1 ? settings.refinements : 0
}

/**
 * Refines what the restarts of one cell `reached`; `fewer` is what the cell with one component fewer came to. Resolves with the
 * best of the cell at the end; null where there is none.
 */
export async function improveCell(
  stage: Stage,
  cell: Cell,
  reached: CellRestarts,
  fewer: Reached | null,
): Promise<Reached | null> {
  const { runner, plan, settings, memory, follower } = stage
  const { components } = cell
  const most = triesOf(settings, components)
  const tries = refinementsWorth(most, reached)
  const traces = new Map<number, Float64Array>()
  let begun = 0

  const best = await refine({
    components,
    rows: stage.prepared.rows,
    tries,
    reached: reached.solutions,
    fewer,
    stopped: memory.stopped,
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
        began: () => begun++,
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
  })
  follower.spared(components, most - begun)
  return best
}

function refinementOf(
  { components, covariance, slots }: Cell,
  { index, initialisation, from, base }: Try,
  seed: number,
): PlannedRestart {
  return {
    id: `${covariance}-${components}-${initialisation}-${index}`,
    components,
    covariance,
    index: slots.length + index,
    seed: refinementSeed(seed, components, covariance, index),
    initialisation,
    from,
    base,
  }
}
