import { afterAll, expect, test } from 'vitest'
import { startMixture } from '../../core/mixture/start-mixture.ts'
import { createWorkControl } from '../control.ts'
import { crowd, longRestart } from '../fixtures/crowd.ts'
import { createPool } from '../pool.ts'

const prepared = crowd(2_000, 2)
const request = longRestart(3, 10)
const pool = createPool(1)
afterAll(() => pool.close())

test('the parameters that a restart starts from are found on another thread', async () => {
  const control = createWorkControl().buffer
  const mixture = await pool.run('start-mixture', { prepared, request, control })
  expect(mixture).not.toBeNull()
  expect(mixture).toEqual(startMixture(prepared, request))
})

test('a stop is a refusal', async () => {
  const control = createWorkControl()
  control.stop()
  const running = pool.run('start-mixture', { prepared, request, control: control.buffer })
  await expect(running).rejects.toMatchObject({ code: 'cancelled' })
})
