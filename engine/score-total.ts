import { clusterSizes, noiseSize, type Labelling } from './labelling.ts'
import { createTotal } from '../core/mixture/total.ts'

/** What labelled rows come to, run by run from the first row of the file. */
export interface ScoreTotal {
  /** Rows labelled with each component. */
  readonly sizes: number[]
  /** Rows labelled as noise. */
  noise(): number
  add(labelling: Labelling): void
  /** `rescaled`: weights are brought to a mean of 1 over the rows that count. */
  end(rescaled: boolean): { logLikelihood: number; count: number; zero: number; missing: number }
}

/** `weights` [rows] of the whole file; null where every row counts once. Rows whose weight is not above 0 count nothing. */
export function createScoreTotal(components: number, weights: Float64Array | null): ScoreTotal {
  const sizes = new Array<number>(components).fill(0)
  const logLikelihood = createTotal()
  const sum = createTotal()
  let row = 0
  let counting = 0
  let zero = 0
  let missing = 0
  let noise = 0
  return {
    sizes,
    noise: () => noise,
    add({ labels, logDensity }) {
      clusterSizes(labels, components).forEach((size, k) => (sizes[k] = sizes[k] + size))
      noise += noiseSize(labels)
      for (const value of logDensity ?? []) {
        const weight = weights?.[row++] ?? 1
        if (Number.isNaN(value)) continue
        if (weight > 0) {
          logLikelihood.add(weight * value)
          sum.add(weight)
          counting++
        } else if (Number.isNaN(weight)) missing++
        else zero++
      }
    },
    end(rescaled) {
      const factor = rescaled && sum.value() > 0 ? counting / sum.value() : 1
      const count = rescaled ? counting : sum.value()
      return { logLikelihood: logLikelihood.value() * factor, count, zero, missing }
    },
  }
}
