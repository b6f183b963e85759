import { STOPPED } from '../collapse.ts'
import { assignNearest } from './distances.ts'
import { fromPartition } from './partition.ts'
import { seedCentres } from './seeding.ts'
import type { StartMethod } from './context.ts'

/** k-means++ centres, each row given to the nearest. */
export const kmeansPlusPlus: StartMethod = ({ em, random, stopped }, to) => {
  const { rows } = em
  const centres = seedCentres(rows, em.setting.components, random, stopped)
  if (centres === null) return STOPPED
  const labels = new Uint8Array(rows.rows)
  const nearest = new Float64Array(rows.rows)
  const scratch = new Float64Array(rows.rows)
  if (!assignNearest(rows, centres, labels, nearest, scratch, stopped)) return STOPPED
  return fromPartition(em, labels, to)
}
