import type { Engine } from '../../contract/engine.ts'
import type { FitSettings } from '../../contract/schemas.ts'
import type { DatasetSummary } from '../../contract/views.ts'

const MOST = 9

/** 1 to 9 components, or to as many as the rows used and the values in the chosen columns allow. */
export async function defaultComponents(
  engine: Pick<Engine, 'points'>,
  { dataset, columns }: Pick<DatasetSummary, 'dataset' | 'columns'>,
  chosen: number[],
): Promise<FitSettings['components']> {
  const axes = { x: chosen[0], y: chosen[0] }
  const { usable } = await engine.points({ dataset, columns: chosen, axes, limit: 1 })
  const combinations = chosen.reduce((product, at) => product * columns[at].distinct, 1)
  return { from: 1, to: Math.max(1, Math.min(MOST, usable, combinations)) }
}
