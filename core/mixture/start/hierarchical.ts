import { STOPPED } from '../collapse.ts'
import { createEm } from '../em.ts'
import { agglomerate } from './agglomeration.ts'
import type { StartMethod } from './context.ts'
import { fromPartition } from './partition.ts'
import { sampleRows } from './sample.ts'
import { scaledDirections } from './scaled-directions.ts'

const MOST_ROWS = 2_000
const MOST_WORK = 300
const ROWS_PER_DIRECTION = 5

/**
 * Model-based agglomeration (Banfield & Raftery 1993; Fraley 1998) of the rows after the scaled singular value decomposition
 * (Scrucca & Raftery 2015), as mclust begins by default: the pair of groups whose union raises Σ n ln |W/n| least is merged until
 * K are left, and the M-step is made from them. Where the rows are too few for the columns it goes by Ward's criterion.
 * Restart 0 takes all rows up to 2,000 (fewer above 12 columns: the work of a merge grows with their third power), a random
 * sample where there are more; the others a random half, so that each may find another start.
 */
export const hierarchical: StartMethod = ({ em, request, random, stopped }, to) => {
  const { components, dimension } = em.setting
  const most = mostRows(dimension)
  const half = Math.max(Math.ceil(em.rows.rows / 2), 2 * components * (dimension + 1))
  const rows = sampleRows(em.rows, request.index === 0 ? most : Math.min(most, half), random)
  const points = scaledDirections(rows)
  const wide = rows.rows < ROWS_PER_DIRECTION * (points.dimension + 1)
  const criterion = wide ? 'trace' : 'determinant'
  const labels = agglomerate(points, components, criterion, stopped, rows.weights?.values ?? null)
  if (labels === null) return STOPPED
  const own = rows === em.rows ? em : createEm(rows, em.setting, stopped)
  if (smallestGroup(labels, components) > dimension) {
    const failure = fromPartition(own, labels, to, 1)
    if (failure?.kind !== 'collapse') return failure
  }
  return fromPartition(own, labels, to)
}

/** Rows that the agglomeration by determinants can take in about the same time in any number of columns. */
function mostRows(dimension: number): number {
  const work = dimension ** 3 / 6
  return Math.floor(MOST_ROWS * Math.min(1, Math.sqrt(MOST_WORK / work)))
}

function smallestGroup(labels: Uint8Array, components: number): number {
  const sizes = new Float64Array(components)
  for (const label of labels) sizes[label] += 1
  return Math.min(...sizes)
}
