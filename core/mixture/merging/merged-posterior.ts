import { UNLABELLED } from '../partition.ts'
import type { Posterior } from '../posterior.ts'

/** Rows whose responsibilities are held at once. */
const ROWS = 1024

/**
 * The posterior of clusters that components have been merged into: the responsibility for a cluster is the sum of those for its components
 * (Baudry et al. 2010), so that `labels` are clusters and `uncertainty` is 1 − the largest of these sums. `partition` [K]: the cluster of
 * each component, 0-based. Log densities and the responsibilities themselves stay those of the components.
 */
export function mergedPosterior(posterior: Posterior, partition: Uint8Array): Posterior {
  const components = partition.length
  const clusters = Math.max(...partition) + 1
  const held = new Float64Array(ROWS * components)
  const shares = new Float64Array(clusters)
  return {
    evaluate(columns, from, to, { labels, uncertainty, logDensity, posteriors }) {
      for (let start = from; start < to; start += ROWS) {
        const end = Math.min(start + ROWS, to)
        const block = columns.map((column) => column.subarray(start, end))
        posterior.evaluate(block, 0, end - start, {
          labels: null,
          uncertainty: null,
          logDensity: logDensity?.subarray(start, end) ?? null,
          posteriors: held,
        })
        posteriors?.set(held.subarray(0, (end - start) * components), start * components)
        for (let row = start; row < end; row++) {
          const at = (row - start) * components
          const missing = Number.isNaN(held[at])
          shares.fill(0)
          let best = 0
          for (let k = 0; k < components; k++) shares[partition[k]] += held[at + k]
          for (let c = 1; c < clusters; c++) if (shares[c] > shares[best]) best = c
          let others = 0
          for (let c = 0; c < clusters; c++) if (c !== best) others += shares[c]
          if (labels !== null) labels[row] = missing ? UNLABELLED : best
          if (uncertainty !== null) uncertainty[row] = missing ? NaN : others
        }
      }
    },
  }
}
