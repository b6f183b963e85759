import { refinementsWorth } from '../../core/mixture/start/refinements.ts'
import type { FitSettings } from '../../contract/schemas.ts'
import type { CellRestarts } from './cell-restarts.ts'
import type { Cell } from './cells.ts'
import { refine, type Reached } from './refine.ts'
import type { Stage } from './search.ts'
import { createTries } from './tries.ts'

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
  const { settings, memory, follower } = stage
  const { components } = cell
  const most = triesOf(settings, components)
  const tries = refinementsWorth(most, reached)
  let begun = 0
  const { run, joined } = createTries(stage, { ...cell, restarts: cell.slots.length }, () => begun++)

  const best = await refine({
    components,
    rows: stage.prepared.rows,
    tries,
    reached: reached.solutions,
    fewer,
    stopped: memory.stopped,
    run,
    joined,
  })
  follower.spared(components, most - begun)
  return best
}
