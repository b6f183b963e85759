import { afterAll, describe, expect, it } from 'vitest'
import { createKernel, type Kernel } from '../core/mixture/kernel.ts'
import { createParameters, setIdentity, type Parameters } from '../core/mixture/parameters.ts'
import { prepare } from '../core/mixture/prepare.ts'
import { createRandom } from '../core/random/random.ts'
import { createCrew } from './crew.ts'
import { createDesk, type Desk } from './desk.ts'
import { createPool } from './pool.ts'
import { createFitMemory } from './fit-memory.ts'
import type { Tasks } from './tasks.ts'

const COMPONENTS = 6
const ROWS = 64 * 640 + 17
const never = () => false
const memory = createFitMemory(1, 1)
const pool = createPool(3)
const breaking = createPool(3, new URL('./fixtures/', import.meta.url))
afterAll(() => Promise.all([pool.close(), breaking.close()]))

const random = createRandom(7)
const columns = [0, 1, 2].map(() => Float64Array.from({ length: ROWS }, () => random.normal()))
const { prepared } = prepare(columns, 'none')

/** Parameters that differ from pass to pass. */
function parametersOf(pass: number): Parameters {
  const parameters = createParameters('full', COMPONENTS, 3)
  setIdentity(parameters)
  parameters.means.forEach((_, i) => (parameters.means[i] = Math.sin(i * 7 + pass)))
  parameters.offsets.forEach((_, k) => (parameters.offsets[k] = -2 - Math.cos(k + pass)))
  return parameters
}

function deskOf(): Desk {
  const desk = createDesk(prepared, COMPONENTS, 'VVV')
  if (desk === null) throw new Error('these passes are heavy enough')
  return desk
}

const figures = (kernel: Kernel) => [...kernel.sums.values, kernel.logLikelihood, kernel.entropy]
const alone = createKernel(prepared, COMPONENTS, 'full')
function passAlone(pass: number) {
  alone.pass(parametersOf(pass), never)
  return figures(alone)
}
const PASSES = 40
const expected = Array.from({ length: PASSES }, (_, pass) => passAlone(pass))

const assist = (desk: Desk, from = pool): Promise<Tasks['assist-restart']['output']> =>
  from.run('assist-restart', { prepared, memory: memory.buffer, desk: desk.buffer })
const turn = () => new Promise((resolve) => setTimeout(resolve, 1))

describe('a crew', () => {
  it.each([0, 1, 3])('gives the bits of one thread with %i helpers', async (helpers) => {
    const desk = deskOf()
    const helping = Array.from({ length: helpers }, () => assist(desk))
    const kernel = createKernel(prepared, COMPONENTS, 'full', createCrew(desk))
    for (let pass = 0; pass < PASSES; pass++) {
      await turn()
      expect(kernel.pass(parametersOf(pass), never)).toBe(true)
      expect(figures(kernel)).toEqual(expected[pass])
    }
    desk.close()
    const summed = (await Promise.all(helping)).map(({ segments }) => segments)
    expect(summed.reduce((sum, segments) => sum + segments, 0) > 0).toBe(helpers > 0)
  })
})
