import { assignNearest } from './distances.ts'
import { fromPartition } from './partition.ts'
import { seedCentres } from './seeding.ts'
import type { StartMethod } from './context.ts'

/** k-means++ centres, each row given to the nearest. */
export const kmeansPlusPlus: StartMethod = ({ em, random }, to) => {
  const { rows } = em
  const centres = seedCentres(rows, em.setting.components, random)
  const labels = new Uint8Array(rows.rows)
  assignNearest(rows, centres, labels, new Float64Array(rows.rows), new Float64Array(rows.rows))
  return fromPartition(em, labels, to)
}
