import { describe, expect, it } from 'vitest'
import { createRandom } from '../../random/random.ts'
import { covarianceLength, createParameters, setIdentity, type Family } from '../parameters.ts'
import { createGeneratedLoops } from './generated.ts'
import { createPlainLoops } from './plain.ts'

const BLOCK = 64
const never = () => false

function rowsOf(rows: number, dimension: number) {
  const random = createRandom(rows)
  const length = Math.ceil(rows / BLOCK) * BLOCK * dimension
  const blocks = Float64Array.from({ length }, () => random.normal())
  const unused = new Float64Array(dimension)
  return { rows, dimension, blockRows: BLOCK, blocks, centre: unused, spread: unused, metric: unused }
}

describe('the generated loops over very many rows', () => {
  it.each([
    [5_000, 1, 100],
    [5_000, 2, 33],
    [30_000, 3, 100],
    [300_000, 2, 3],
    [600_000, 2, 3],
    [70_000, 13, 2],
    [90_000, 13, 2],
  ])(
    'give what the plain ones do: %i rows, %i columns, %i components alike',
    (rows, dimension, components) => {
      const prepared = rowsOf(rows, dimension)
      for (const family of ['full', 'diagonal'] satisfies Family[]) {
        const parameters = createParameters(family, components, dimension)
        setIdentity(parameters)
        parameters.offsets.fill(-dimension)
        const stride = covarianceLength(family, dimension)
        const blocks = Math.ceil(rows / BLOCK)
        const results = [
          createPlainLoops(prepared, components, family),
          createGeneratedLoops(prepared, components, family),
          createGeneratedLoops(prepared, components, family, { lanes: 4 }),
        ].map((loops) => {
          const out = new Float64Array(components * (1 + dimension + stride) + 2)
          expect(loops?.mix(parameters, 0, blocks, out, never)).toBe(true)
          return out
        })
        const [plain, ...generated] = results
        for (const out of generated)
          plain.forEach((value, i) => expect(Math.abs(out[i] - value)).toBeLessThan(1e-12 * rows))
      }
    },
  )
})
