import { expect, it } from 'vitest'
import { EngineError } from '../../contract/errors.ts'
import { workControl } from '../../workers/control.ts'
import type { Pool } from '../../workers/pool.ts'
import type { TaskName, Tasks } from '../../workers/tasks.ts'
import { settingsOf } from '../fixtures/bench.ts'
import { numberTable } from '../fixtures/number-table.ts'
import { readyRows } from './ready-rows.ts'

it('a stop ends the preparing of rows, not only the waiting for it', async () => {
  let preparing: Promise<never> | undefined
  const pool: Pool = {
    threads: 1,
    run<T extends TaskName>(_: T, input: Tasks[T]['input']) {
      const { stopped } = workControl((input as Tasks['prepare-rows']['input']).control!)
      return (preparing = untilStopped(stopped))
    },
    close: () => Promise.resolve(),
  }
  const stopper = new AbortController()
  const ready = readyRows(pool, numberTable([1, 2, 4], [3, 5, 6]), settingsOf(), stopper.signal)
  await new Promise((resolve) => setTimeout(resolve, 20))
  stopper.abort()
  expect(await ready).toMatchObject({ stopped: true, prepared: { rows: 0 } })
  await expect(preparing).rejects.toMatchObject({ code: 'cancelled' })
})

async function untilStopped(stopped: () => boolean): Promise<never> {
  while (!stopped()) await new Promise((resolve) => setTimeout(resolve, 1))
  throw new EngineError('cancelled', 'It was cancelled.', '')
}
