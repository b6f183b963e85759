import type { CovarianceModel } from '../../core/mixture/types.ts'
import { createRandom, type Random } from '../../core/random/random.ts'

/** The four models that Basin, scikit-learn and mclust all have. */
export const SHAPES = ['VII', 'VVI', 'EEE', 'VVV'] as const satisfies readonly CovarianceModel[]

/** Rows drawn from a mixture that is known. */
export interface Drawn {
  components: number
  covariance: (typeof SHAPES)[number]
  rows: number
  dimension: number
  /** Comma-separated, with a header. */
  text: string
}

const MOST_COMPONENTS = 6
const MEAN_SPREAD = 3
const LEAST_SHARE = 0.5

/**
 * Data set `number` (0-based): 1 to 6 components of one of the four models in turn, 2 to 4 columns, 50 to 150 rows per component, means
 * from a normal distribution of standard deviation 3, standard deviations about 1. Nothing is asked of their overlap.
 */
export function generate(number: number): Drawn {
  const random = createRandom(number + 1)
  const components = 1 + Math.floor(random.next() * MOST_COMPONENTS)
  const dimension = 2 + Math.floor(random.next() * 3)
  const covariance = SHAPES[number % SHAPES.length]
  const shares = Array.from({ length: components }, () => LEAST_SHARE + random.next())
  const rows = Math.round(components * (50 + 100 * random.next()))
  const shared = factorOf(covariance, dimension, random)
  const groups = shares.map(() => ({
    mean: Array.from({ length: dimension }, () => MEAN_SPREAD * random.normal()),
    factor: covariance === 'EEE' ? shared : factorOf(covariance, dimension, random),
  }))
  const lines = [Array.from({ length: dimension }, (_, j) => `x${j + 1}`).join(',')]
  for (let i = 0; i < rows; i++) lines.push(drawRow(groups[drawIndex(shares, random)], random).join(','))
  return { components, covariance, rows, dimension, text: `${lines.join('\n')}\n` }
}

interface Group {
  mean: number[]
  /** [d][d]: a row is the mean plus this times standard normal numbers. */
  factor: number[][]
}

function factorOf(covariance: CovarianceModel, dimension: number, random: Random): number[][] {
  const size = 0.5 + random.next()
  return Array.from({ length: dimension }, (_, i) => {
    const scale = covariance === 'VII' ? size : 0.4 + 1.2 * random.next()
    const full = covariance === 'EEE' || covariance === 'VVV'
    return Array.from({ length: dimension }, (_, j) =>
      i === j ? scale : full && j < i ? 0.7 * random.normal() : 0,
    )
  })
}

function drawIndex(shares: number[], random: Random): number {
  let left = random.next() * shares.reduce((sum, share) => sum + share, 0)
  for (let k = 0; k < shares.length; k++) {
    left -= shares[k]
    if (left < 0) return k
  }
  return shares.length - 1
}

function drawRow({ mean, factor }: Group, random: Random): number[] {
  const normal = mean.map(() => random.normal())
  return mean.map((centre, i) => factor[i].reduce((sum, entry, j) => sum + entry * normal[j], centre))
}
