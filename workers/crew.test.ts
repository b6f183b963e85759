import { afterAll, describe, expect, it } from 'vitest'
import { createKernel, type Kernel } from '../core/mixture/kernel.ts'
import type { Crew } from '../core/mixture/kernel/crew.ts'
import { createParameters, setIdentity, type Parameters } from '../core/mixture/parameters.ts'
import { prepare } from '../core/mixture/prepare.ts'
import { createRandom } from '../core/random/random.ts'
import { createCrew } from './crew.ts'
import { createDesk, deskOver, type Desk } from './desk.ts'
import { createPool } from './pool.ts'
import { createFitMemory } from './fit-memory.ts'
import type { Tasks } from './tasks.ts'

const COMPONENTS = 6
const ROWS = 64 * 640 + 17
const never = () => false
const memory = createFitMemory(1, 1)
const pool = createPool(3)
afterAll(() => pool.close())

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

const assist = (desk: Desk): Promise<Tasks['assist-restart']['output']> =>
  pool.run('assist-restart', { prepared, memory: memory.buffer, desk: desk.buffer })
const turn = () => new Promise((resolve) => setTimeout(resolve, 1))

describe('a crew', () => {
  it.each([0, 1, 3])('gives the bits of one thread with %i helpers', async (helpers) => {
    const desk = deskOf()
    const helping = Array.from({ length: helpers }, () => assist(desk))
    const crew = createCrew(desk)
    let own = 0
    const counted: Crew = {
      share: (parameters, segments, size, summarise, stopped) =>
        crew.share(parameters, segments, size, (...part) => ++own > 0 && summarise(...part), stopped),
    }
    const kernel = createKernel(prepared, COMPONENTS, 'full', counted)
    let pass = 0
    for (; pass < PASSES || (helpers > 0 && own === pass * desk.segments); pass++) {
      await turn()
      expect(kernel.pass(parametersOf(pass % PASSES), never)).toBe(true)
      expect(figures(kernel)).toEqual(expected[pass % PASSES])
    }
    desk.close()
    const summed = (await Promise.all(helping)).map(({ segments }) => segments)
    expect(summed.reduce((sum, segments) => sum + segments, own)).toBe(pass * desk.segments)
  })

  it('goes on alone, to the same bits, once its desk is closed', () => {
    const desk = deskOf()
    const kernel = createKernel(prepared, COMPONENTS, 'full', createCrew(desk))
    desk.close()
    for (const pass of [0, 1]) {
      expect(kernel.pass(parametersOf(pass), never)).toBe(true)
      expect(figures(kernel)).toEqual(expected[pass])
    }
  })

  it('that is stopped has nothing, and closes its desk', () => {
    const desk = deskOf()
    let asked = 0
    const stopped = () => ++asked > 20
    expect(createKernel(prepared, COMPONENTS, 'full', createCrew(desk)).pass(parametersOf(0), stopped)).toBe(
      false,
    )
    expect(desk.closed()).toBe(true)
  })

  it('refuses passes over other rows than its desk was made for', () => {
    const { prepared: fewer } = prepare([columns[0].slice(0, 9_000)], 'none')
    const kernel = createKernel(fewer, COMPONENTS, 'full', createCrew(deskOf()))
    expect(() => kernel.pass(createParameters('full', COMPONENTS, 1), never)).toThrow(/other rows/)
  })
})

describe('a desk', () => {
  it('is made only where passes are long enough to gain from being shared', () => {
    expect(createDesk({ rows: 272, blockRows: 64, dimension: 2 }, 2, 'VVV')).toBeNull()
    expect(createDesk({ rows: 1_000_000, blockRows: 64, dimension: 4 }, 6, 'VVI')?.segments).toBe(64)
  })

  it('is not made for a pass of one segment, however long', () => {
    expect(createDesk({ rows: 4_096, blockRows: 64, dimension: 100 }, 10, 'VVV')).toBeNull()
    expect(createDesk({ rows: 4_097, blockRows: 64, dimension: 100 }, 10, 'VVV')?.segments).toBe(2)
  })

  it('is not made where its sums would take more memory than the rows', () => {
    const rows = { rows: 300_000, blockRows: 64, dimension: 500 }
    expect(createDesk(rows, 100, 'VVV')).toBeNull()
    expect(createDesk(rows, 100, 'VVI')?.segments).toBe(64)
  })

  it('gives out every segment of a pass once, whoever asks', () => {
    const ours = deskOf()
    const theirs = deskOver(ours.buffer)
    expect(theirs.claim()).toBeNull()
    ours.publish(parametersOf(0))
    const claimed = Array.from({ length: ours.segments }, (_, i) => (i % 2 === 0 ? ours : theirs).claim())
    expect(claimed).toEqual(Array.from({ length: ours.segments }, (_, i) => i))
    expect([ours.claim(), theirs.claim()]).toEqual([null, null])
  })

  it('asks no more helpers to leave than there are', () => {
    const desk = deskOf()
    desk.dismiss()
    expect(desk.dismissed()).toBe(false)
    desk.join()
    desk.dismiss()
    desk.dismiss()
    expect([desk.dismissed(), desk.dismissed()]).toEqual([true, false])
    desk.dismiss()
    desk.part()
    expect(desk.dismissed()).toBe(false)
  })
})
