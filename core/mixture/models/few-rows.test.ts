import { describe, expect, it } from 'vitest'
import { createRandom } from '../../random/random.ts'
import { createParameters } from '../parameters.ts'
import { prepare } from '../prepare.ts'
import { runRestart } from '../restart.ts'
import { createSetting } from '../setting.ts'
import type { CovarianceModel } from '../types.ts'
import { commonAxesOwnVariances } from './equal-orientation.ts'

const quiet = { stopped: () => false, iterated: () => {} }
const floor = (value: number) => ({ kind: 'relative', value }) as const

/** 40 rows of 4 columns, of which the last component has these. */
function cloud(seed: number, few: number) {
  const random = createRandom(seed)
  const tilt = Float64Array.from({ length: 32 }, () => random.normal())
  const labels = Uint16Array.from({ length: 40 }, (_, i) => (i < 40 - few ? 0 : 1))
  const columns = [0, 1, 2, 3].map(() => new Float64Array(40))
  labels.forEach((k, i) => {
    const noise = columns.map(() => random.normal())
    columns.forEach((column, j) => {
      column[i] = noise.reduce((sum, one, t) => sum + one * tilt[(k * 4 + j) * 4 + t], 4 * k)
    })
  })
  return { columns, labels }
}

function logLikelihood(
  columns: Float64Array[],
  labels: Uint16Array,
  covariance: CovarianceModel,
  value: number,
) {
  return runRestart(
    prepare(columns, 'none').prepared,
    {
      components: 2,
      covariance,
      initialisation: 'given',
      index: 0,
      seed: 0,
      tolerance: 1e-300,
      maxIterations: 8,
      regularisation: floor(value),
      prior: 'none',
      eigenvalueRatio: null,
      acceleration: 'none',
      subsample: false,
      start: { kind: 'labels', labels },
    },
    quiet,
  ).logLikelihood!
}

describe('a component of fewer rows than there are columns', () => {
  it.each([
    ['EEV', 0],
    ['VEV', 0],
    ['VVE', 1e-6],
  ] as const)('in %s with regularisation %d is the same in any order of rows and columns', (model, value) => {
    for (const few of [2, 3]) {
      for (let seed = 1; seed <= 5; seed++) {
        const { columns, labels } = cloud(seed, few)
        const own = logLikelihood(columns, labels, model, value)
        const upright = columns.map((column) => column.toReversed())
        const others = [
          logLikelihood(columns.toReversed(), labels, model, value),
          logLikelihood(upright, labels.toReversed(), model, value),
        ]
        for (const other of others) expect(Math.abs(other / own - 1)).toBeLessThan(1e-8)
      }
    }
  })
})

describe('common axes', () => {
  it('are never worse than those of the parameters before, though other components are flat along better ones', () => {
    const { prepared } = prepare(cloud(1, 20).columns.slice(0, 2), 'standardise')
    const random = createRandom(5)
    for (let draw = 0; draw < 200; draw++) {
      const setting = createSetting(prepared, 3, 'VVE', floor(0))
      const from = createParameters('full', 3, 2)
      const to = createParameters('full', 3, 2)
      const { work } = setting
      work.counts.set([10, 2, 2])
      work.rows = 14
      from.weights.set([10 / 14, 2 / 14, 2 / 14])
      const aim = (covariances: Float64Array) =>
        [0, 1, 2].reduce((sum, k) => {
          const [a, b, c] = covariances.subarray(3 * k)
          const held = a * c - b * b
          return sum + work.counts[k] * Math.log(Math.max(held, 1e-300))
        }, 0)
      for (let k = 0; k < 3; k++) {
        const angle = random.normal()
        const narrow = k === 0 ? 0.1 : 0
        const [c, s] = [Math.cos(angle), Math.sin(angle)]
        to.covariances.set([c * c + narrow, c * s, s * s + narrow], 3 * k)
        from.covariances.set([1 + k, 0, 1 + random.next()], 3 * k)
      }
      const staying = to.covariances.map((value, t) => (t % 3 === 1 ? 0 : value))
      commonAxesOwnVariances(setting, from, to)
      expect(aim(to.covariances)).toBeLessThanOrEqual(aim(staying) + 1e-9)
    }
  })
})
