import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createKernel } from '../../core/mixture/kernel.ts'
import { createParameters, setIdentity } from '../../core/mixture/parameters.ts'
import { runRestart } from '../../core/mixture/restart.ts'
import type { Initialisation, Prepared } from '../../core/mixture/types.ts'
import { createWorkControl } from '../control.ts'
import { longRestart } from '../fixtures/crowd.ts'
import { createPool } from '../pool.ts'

const ROWS = 3_000_000
const DIMENSION = 8
const COMPONENTS = 20
const BLOCK = 64
/** Multiplications that take a few milliseconds. */
const MOST_WORK = 1e7
const pool = createPool(1)
afterAll(() => pool.close())

/** Large enough that a single pass takes seconds. */
function large(): Prepared {
  const numbers = new Float64Array(
    new SharedArrayBuffer(Math.ceil(ROWS / BLOCK) * BLOCK * DIMENSION * Float64Array.BYTES_PER_ELEMENT),
  )
  for (let i = 0, state = 1; i < numbers.length; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) | 0
    numbers[i] = state / 2 ** 30
  }
  const total = new Float64Array((DIMENSION * (DIMENSION + 1)) / 2)
  for (let j = 0; j < DIMENSION; j++) total[(j * (j + 3)) / 2] = 4 / 3
  const ones = new Float64Array(DIMENSION).fill(1)
  return {
    rows: ROWS,
    dimension: DIMENSION,
    blockRows: BLOCK,
    blocks: numbers,
    centre: new Float64Array(DIMENSION),
    spread: ones,
    metric: ones,
    total,
  }
}

/** Says stop from the `patience`-th time it is asked; counts how often it is asked from then on. */
function impatience(patience: number) {
  let asked = 0
  return { stopped: () => ++asked >= patience, since: () => asked - patience + 1, asked: () => asked }
}

describe('three million rows', () => {
  let prepared: Prepared
  beforeAll(() => {
    prepared = large()
  })

  it('are asked about after few rows of a pass, and the first yes ends it', () => {
    const kernel = createKernel(prepared, COMPONENTS, 'full')
    const parameters = createParameters('full', COMPONENTS, DIMENSION)
    setIdentity(parameters)
    const wish = impatience(500)
    expect(kernel.pass(parameters, wish.stopped)).toBe(false)
    expect(wish.since()).toBe(1)
    const whole = impatience(Infinity)
    const segment = new Float64Array(kernel.size)
    expect(kernel.summarise(parameters, 1, segment, whole.stopped)).toBe(true)
    const rowsBetween = ROWS / kernel.segments / whole.asked()
    expect(rowsBetween * COMPONENTS * DIMENSION ** 2).toBeLessThan(MOST_WORK)
  })

  it.each<Initialisation>(['kmeans++', 'kmeans', 'random-rows', 'random-responsibilities', 'short-runs'])(
    'started by %s end as stopped within a few blocks',
    (initialisation) => {
      for (const patience of [1, 2, 40]) {
        const wish = impatience(patience)
        const outcome = runRestart(
          prepared,
          { ...longRestart(COMPONENTS, 100), initialisation },
          { stopped: wish.stopped, iterated: () => undefined },
        )
        expect(outcome.status).toBe('stopped')
        expect(wish.since()).toBeLessThanOrEqual(4)
      }
    },
  )
})

describe('work on rows', () => {
  it('is refused as cancelled where preparing was stopped', async () => {
    const control = createWorkControl()
    control.stop()
    const preparing = pool.run('prepare-rows', {
      columns: [Float64Array.of(1, 2, 3)],
      scaling: 'none',
      control: control.buffer,
    })
    await expect(preparing).rejects.toMatchObject({ code: 'cancelled' })
  })
})
