import { describe, expect, it } from 'vitest'
import { createRandom } from '../../../random/random.ts'
import { moduleBytes } from './bytes.ts'
import { emitExp2, EXP2_CONSTANTS, LEAST } from './exp2.ts'
import { at, createRoutine, DOUBLE } from './routine.ts'

const VALUES = 4096
const FIRST = 64

function exp2(values: readonly number[]): Float64Array {
  const f = createRoutine('exp2', 1, 2)
  const [from] = f.parameters
  const constants = f.index(0)
  const power = f.vector()
  const exponent = f.vector()
  f.repeat(VALUES / 2, [[from, 2 * DOUBLE]], () => {
    f.load(exponent, at(from))
    emitExp2(f, [power], [exponent], constants)
    f.store(power, at(from))
  })
  const memory = new WebAssembly.Memory({ initial: 1 })
  const module = new WebAssembly.Module(moduleBytes([f.finish()]))
  const { exports } = new WebAssembly.Instance(module, { host: { memory } })
  const view = new Float64Array(memory.buffer)
  view.set(EXP2_CONSTANTS)
  view.set(values, FIRST)
  ;(exports as { exp2(from: number): void }).exp2(FIRST * DOUBLE)
  return view.slice(FIRST, FIRST + values.length)
}

describe('the generated power of two', () => {
  it('is within one unit in the last place over its whole range', () => {
    const random = createRandom(2)
    let worst = 0
    for (let round = 0; round < 50; round++) {
      const widest = round % 2 === 0 ? 2 : -LEAST
      const values = Array.from({ length: VALUES }, () => -widest * random.next())
      exp2(values).forEach((power, i) => {
        const wanted = 2 ** values[i]
        const unit = 2 ** (Math.floor(Math.log2(wanted)) - 52)
        worst = Math.max(worst, Math.abs(power - wanted) / unit)
      })
    }
    expect(worst).toBeLessThanOrEqual(1)
    expect(worst).toBeGreaterThan(0)
  })

  it('is exact at whole numbers', () => {
    const values = Array.from({ length: -LEAST + 1 }, (_, i) => -i)
    expect([...exp2(values)]).toEqual(values.map((value) => 2 ** value))
  })

  it('stays at 2^-900 below that, at minus infinity and where there is no number', () => {
    expect([...exp2([-901, -1e300, -Infinity, NaN])]).toEqual(Array(4).fill(2 ** LEAST))
  })
})
