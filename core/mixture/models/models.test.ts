import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { cholesky } from '../../linalg/cholesky.ts'
import { eigenSymmetric } from '../../linalg/eigen.ts'
import { invertTriangular } from '../../linalg/triangular.ts'
import { createRandom } from '../../random/random.ts'
import { parameterCount } from '../criteria.ts'
import { prepare } from '../prepare.ts'
import { columnsOf } from '../reference/reference.ts'
import { runRestart } from '../restart.ts'
import type { CovarianceModel, Mixture, RestartRequest } from '../types.ts'

const SPHERICAL: CovarianceModel[] = ['EII', 'VII']
const DIAGONAL: CovarianceModel[] = ['EEI', 'VEI', 'EVI', 'VVI']
const FULL: CovarianceModel[] = ['EEE', 'VEE', 'EVE', 'VVE', 'EEV', 'VEV', 'EVV', 'VVV']
const MODELS = [...SPHERICAL, ...DIAGONAL, ...FULL]
/** Each model with those it contains. */
const WIDER: [CovarianceModel, CovarianceModel][] = [
  ['EII', 'VII'],
  ['EII', 'EEI'],
  ['VII', 'VEI'],
  ['EEI', 'VEI'],
  ['EEI', 'EVI'],
  ['VEI', 'VVI'],
  ['EVI', 'VVI'],
  ['EEI', 'EEE'],
  ['EEE', 'VEE'],
  ['EEE', 'EEV'],
  ['VEE', 'VEV'],
  ['EEV', 'VEV'],
  ['EEV', 'EVV'],
  ['VEV', 'VVV'],
  ['EVV', 'VVV'],
  ['EVE', 'EVV'],
  ['VVE', 'VVV'],
  ['VVI', 'VVV'],
]

const REQUEST: RestartRequest = {
  components: 1,
  covariance: 'VVV',
  initialisation: 'given',
  index: 0,
  seed: 0,
  tolerance: 1e-8,
  maxIterations: 1,
  regularisation: { kind: 'relative', value: 0 },
  prior: 'none',
  eigenvalueRatio: null,
  acceleration: 'none',
  subsample: false,
}
const quiet = { stopped: () => false, iterated: () => {} }

interface Cloud {
  columns: Float64Array[]
  labels: Uint16Array
  components: number
  d: number
  seed: number
}

const clouds = fc
  .record({
    seed: fc.nat(1_000_000),
    d: fc.integer({ min: 1, max: 4 }),
    components: fc.integer({ min: 1, max: 3 }),
  })
  .map(({ seed, d, components }): Cloud => {
    const random = createRandom(seed)
    // Falling sizes, so that the components keep their order in the outcome.
    const sizes = [40, 30, 25].slice(0, components)
    const labels = Uint16Array.from(sizes.flatMap((size, k) => Array.from({ length: size }, () => k)))
    const columns = Array.from({ length: d }, () => new Float64Array(labels.length))
    const mixing = sizes.map(() => Float64Array.from({ length: d * d }, () => random.normal()))
    labels.forEach((k, i) => {
      const raw = columns.map(() => random.normal())
      for (let j = 0; j < d; j++)
        columns[j][i] = k + raw.reduce((sum, value, t) => sum + value * mixing[k][j * d + t], 0)
    })
    return { columns, labels, components, d, seed }
  })

function step({ columns, labels, components }: Cloud, covariance: CovarianceModel): Mixture {
  const { prepared } = prepare(columns, 'none')
  const request = { ...REQUEST, covariance, components, start: { kind: 'labels', labels } as const }
  return runRestart(prepared, request, quiet).mixture!
}

/** Expected complete log-likelihood but for its constant part, of own covariances `own` under `covariances`. */
function expected(own: Mixture, covariances: Float64Array): number {
  const { components, dimension: d } = own
  let sum = 0
  for (let k = 0; k < components; k++) {
    const packed = new Float64Array((d * (d + 1)) / 2)
    for (let i = 0, t = 0; i < d; i++)
      for (let j = 0; j <= i; j++, t++) packed[t] = covariances[(k * d + i) * d + j]
    const whitener = new Float64Array(packed.length)
    if (cholesky(packed, packed, d) >= 0) return -Infinity
    invertTriangular(packed, whitener, d)
    for (let a = 0; a < d; a++) {
      const row = (a * (a + 1)) / 2
      sum += own.weights[k] * Math.log(whitener[row + a])
      for (let i = 0; i <= a; i++) {
        for (let j = 0; j <= a; j++)
          sum -=
            0.5 *
            own.weights[k] *
            whitener[row + i] *
            whitener[row + j] *
            own.covariances[(k * d + i) * d + j]
      }
    }
  }
  return sum
}

/** What its letters say of volume (|S|^(1/d)) and shape (variances along the axes, over the volume). */
function expectLetters(values: Float64Array, first: Float64Array, [volume, shape]: string): void {
  const size = (of: Float64Array) => Math.exp(of.reduce((sum, value) => sum + Math.log(value), 0) / of.length)
  if (volume === 'E') expect(size(values) / size(first)).toBeCloseTo(1, 9)
  values.forEach((value, j) => {
    const wanted = shape === 'I' ? 1 : first[j] / size(first)
    if (shape !== 'V') expect(value / size(values) / wanted).toBeCloseTo(1, 7)
  })
}

/** A covariance of the same model close by: volumes, shapes and axes moved, each as the model's letters allow. */
function moved(mixture: Mixture, model: CovarianceModel, seed: number, size: number): Float64Array {
  const { components, dimension: d, covariances } = mixture
  const [volume, shape, orientation] = model
  const matrices = Array.from({ length: components }, (_, k) => covariances.slice(k * d * d, (k + 1) * d * d))
  const total = new Float64Array(d * d).map((_, t) => matrices.reduce((sum, matrix) => sum + matrix[t], 0))
  const out = new Float64Array(covariances.length)
  let first: Float64Array | null = null
  matrices.forEach((matrix, k) => {
    const draw = (letter: string | undefined) => createRandom(letter === 'V' ? seed + 1000 * (k + 1) : seed)
    const axes =
      orientation === 'I'
        ? total.map((_, t) => (t % (d + 1) === 0 ? 1 : 0))
        : eigenSymmetric(orientation === 'E' ? total : matrix, d).vectors
    const values = new Float64Array(d)
    for (let j = 0; j < d; j++) {
      for (let a = 0; a < d; a++)
        for (let b = 0; b < d; b++) values[j] += axes[j * d + a] * matrix[a * d + b] * axes[j * d + b]
    }
    first ??= values
    expectLetters(values, first, model)
    const volumes = draw(volume)
    const scale = Math.exp(size * volumes.normal())
    const shapes = draw(shape)
    const stretch = values.map(() => (shape === 'I' ? 0 : size * shapes.normal()))
    const mean = stretch.reduce((sum, value) => sum + value, 0) / d
    const turns = draw(orientation)
    for (let p = 0; p < d; p++) {
      for (let q = p + 1; q < d && orientation !== 'I'; q++) {
        const angle = size * turns.normal()
        for (let i = 0; i < d; i++) {
          const left = axes[p * d + i]
          const right = axes[q * d + i]
          axes[p * d + i] = Math.cos(angle) * left + Math.sin(angle) * right
          axes[q * d + i] = Math.cos(angle) * right - Math.sin(angle) * left
        }
      }
    }
    for (let j = 0; j < d; j++) {
      const value = values[j] * scale * Math.exp(stretch[j] - mean)
      for (let a = 0; a < d; a++)
        for (let b = 0; b < d; b++) out[(k * d + a) * d + b] += value * axes[j * d + a] * axes[j * d + b]
    }
  })
  return out
}

describe.each(MODELS)('the M-step of %s', (model) => {
  it('ends in the model, at a maximum of the expected log-likelihood', () => {
    fc.assert(
      fc.property(clouds, fc.constantFrom(1e-4, 1e-3, 1e-2, 0.1), (cloud, size) => {
        const own = step(cloud, 'VVV')
        const mixture = step(cloud, model)
        const best = expected(own, mixture.covariances)
        // Not moved at all it must be itself: volumes, shapes and axes are then those of the model.
        const same = moved(mixture, model, cloud.seed, 0)
        expect(Math.abs(expected(own, same) - best)).toBeLessThan(1e-9 * (1 + Math.abs(best)))
        for (let variant = 0; variant < 5; variant++) {
          const other = expected(own, moved(mixture, model, cloud.seed + variant, size))
          expect(other).toBeLessThanOrEqual(best + 1e-10 * (1 + Math.abs(best)))
        }
      }),
      { numRuns: 60, seed: 1 },
    )
  })
})

describe('the covariance models', () => {
  it('contain each other: the wider one is never below', () => {
    fc.assert(
      fc.property(clouds, (cloud) => {
        const own = step(cloud, 'VVV')
        const reached = new Map(MODELS.map((model) => [model, expected(own, step(cloud, model).covariances)]))
        for (const [narrow, wide] of WIDER) {
          const best = reached.get(wide)!
          expect(reached.get(narrow)!, `${narrow} in ${wide}`).toBeLessThanOrEqual(
            best + 1e-9 * (1 + Math.abs(best)),
          )
        }
      }),
      { numRuns: 60, seed: 2 },
    )
  })

  it('are two with one column, told apart by the volume', () => {
    fc.assert(
      fc.property(clouds, (cloud) => {
        const one = { ...cloud, columns: cloud.columns.slice(0, 1), d: 1 }
        for (const model of MODELS) {
          const wanted = step(one, model.startsWith('V') ? 'VVV' : 'EEE').covariances
          step(one, model).covariances.forEach((value, k) => expect(value / wanted[k]).toBeCloseTo(1, 12))
        }
      }),
      { numRuns: 20, seed: 3 },
    )
  })

  it('are three with one component: sphere, diagonal, full, each in closed form', () => {
    fc.assert(
      fc.property(clouds, (cloud) => {
        const { prepared } = prepare(cloud.columns, 'none')
        const { d } = cloud
        const one = { ...cloud, components: 1, labels: new Uint16Array(prepared.rows) }
        const variances = prepared.spread.map((spread) => spread * spread)
        const mean = variances.reduce((sum, value) => sum + value, 0) / d
        for (const model of MODELS) {
          const { covariances } = step(one, model)
          for (let i = 0; i < d; i++) {
            for (let j = 0; j <= i; j++) {
              const full = prepared.total[(i * (i + 1)) / 2 + j] * prepared.spread[i] * prepared.spread[j]
              const wanted = SPHERICAL.includes(model) ? mean : DIAGONAL.includes(model) ? variances[i] : full
              const zero = i !== j && !FULL.includes(model)
              const scale = prepared.spread[i] * prepared.spread[j] + mean
              expect((covariances[i * d + j] - (zero ? 0 : wanted)) / scale, model).toBeCloseTo(0, 12)
            }
          }
        }
      }),
      { numRuns: 30, seed: 4 },
    )
  })

  it('have the parameters of the table (Celeux & Govaert 1995)', () => {
    for (const [K, d] of [
      [1, 1],
      [2, 3],
      [5, 4],
    ] as const) {
      const slopes = (d * (d - 1)) / 2
      const table: Record<CovarianceModel, number> = {
        EII: 1,
        VII: K,
        EEI: d,
        VEI: K + d - 1,
        EVI: 1 + K * (d - 1),
        VVI: K * d,
        EEE: d + slopes,
        VEE: K + d - 1 + slopes,
        EVE: 1 + K * (d - 1) + slopes,
        VVE: K * d + slopes,
        EEV: d + K * slopes,
        VEV: K + d - 1 + K * slopes,
        EVV: 1 - K + K * (d + slopes),
        VVV: K * (d + slopes),
      }
      for (const model of MODELS) expect(parameterCount(model, K, d)).toBe(table[model] + K * d + K - 1)
    }
  })

  it('of common axes reach the best of all angles with two columns', () => {
    const csv = readFileSync(new URL('../reference/faithful.csv', import.meta.url), 'utf8')
    const columns = columnsOf(csv, ['eruptions', 'waiting'])
    for (const limit of [2, 3, 4]) {
      const labels = Uint16Array.from(columns[0], (value, i) => (value < limit ? 0 : 1 + (i % 2)))
      const cloud = { columns, labels, components: 3, d: 2, seed: 0 }
      const own = step(cloud, 'VVV')
      for (const model of ['EVE', 'VVE'] as const) {
        const best = expected(own, step(cloud, model).covariances)
        for (let turn = 0; turn < 4000; turn++) {
          const angle = (turn * Math.PI) / 8000
          expect(expected(own, onAxes(own, angle, model))).toBeLessThanOrEqual(best + 1e-12 * Math.abs(best))
        }
      }
    }
  })
})

/** The best covariances of EVE or VVE on axes at this angle, two columns. */
function onAxes(
  { components, weights, covariances }: Mixture,
  angle: number,
  model: 'EVE' | 'VVE',
): Float64Array {
  const c = Math.cos(angle)
  const s = Math.sin(angle)
  const along = Array.from({ length: components }, (_, k) => {
    const [a, b, , e] = covariances.subarray(4 * k, 4 * k + 4)
    return [c * c * a + 2 * c * s * b + s * s * e, s * s * a - 2 * c * s * b + c * c * e]
  })
  const volume = along.reduce((sum, [p, q], k) => sum + weights[k] * Math.sqrt(p * q), 0)
  return Float64Array.from(
    along.flatMap(([p, q]) => {
      const scale = model === 'EVE' ? volume / Math.sqrt(p * q) : 1
      const off = c * s * (p - q) * scale
      return [(c * c * p + s * s * q) * scale, off, off, (s * s * p + c * c * q) * scale]
    }),
  )
}
