import { STOPPED } from '../collapse.ts'
import type { Prepared } from '../types.ts'
import { assignNearest } from './distances.ts'
import { fromPartition } from './partition.ts'
import { seedCentres } from './seeding.ts'
import type { StartMethod } from './context.ts'

const MOST_PASSES = 30

/** k-means (Lloyd 1982) from k-means++ centres, at most 30 passes, each row by its weight. A centre left without rows stays where it is. */
export const kmeans: StartMethod = ({ em, random, stopped }, to) => {
  const { rows } = em
  const n = rows.rows
  const centres = seedCentres(rows, em.setting.components, random, stopped)
  if (centres === null) return STOPPED
  const nearest = new Float64Array(n)
  const scratch = new Float64Array(n)
  let labels = new Uint8Array(n)
  let previous = new Uint8Array(n).fill(255)
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    if (!assignNearest(rows, centres, labels, nearest, scratch, stopped)) return STOPPED
    if (labels.every((label, i) => label === previous[i])) break
    moveCentres(rows, labels, centres)
    ;[labels, previous] = [previous, labels]
  }
  if (!assignNearest(rows, centres, labels, nearest, scratch, stopped)) return STOPPED
  return fromPartition(em, labels, to)
}

function moveCentres(rows: Prepared, labels: Uint8Array, centres: Float64Array): void {
  const { dimension, blockRows, blocks, weights } = rows
  const components = centres.length / dimension
  const counts = new Float64Array(components)
  const sums = new Float64Array(centres.length)
  for (let from = 0; from < rows.rows; from += blockRows) {
    const used = Math.min(blockRows, rows.rows - from)
    for (let p = 0; p < used; p++) {
      const k = labels[from + p]
      const weight = weights?.values[from + p] ?? 1
      counts[k] += weight
      for (let j = 0; j < dimension; j++) {
        const at = k * dimension + j
        sums[at] += weight * blocks[from * dimension + j * blockRows + p]
      }
    }
  }
  for (let k = 0; k < components; k++) {
    if (counts[k] === 0) continue
    for (let j = 0; j < dimension; j++) centres[k * dimension + j] = sums[k * dimension + j] / counts[k]
  }
}
