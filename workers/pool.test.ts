import { afterAll, beforeAll, expect, test } from 'vitest'
import type { EngineError } from '../contract/errors.ts'
import type { Dialect } from '../contract/views.ts'
import { createPool, type Pool, type RunOptions } from './pool.ts'

const dialect: Dialect = {
  encoding: 'utf-8',
  delimiter: ',',
  quote: '"',
  decimal: '.',
  thousands: '',
  header: true,
  comment: '',
  missing: [],
  skip: 0,
}
let pool: Pool
beforeAll(() => {
  pool = createPool(1, new URL('./fixtures/', import.meta.url))
})
afterAll(() => pool.close())

const run = (path: string, wait = 0, options: RunOptions = {}, task: 'read-rows' = 'read-rows') =>
  pool.run(task, { path, from: 0, to: 0, rows: wait, columns: 0, dialect, blankRows: false }, options)
const failure = (running: Promise<unknown>): Promise<EngineError> =>
  running.then(
    () => {
      throw new Error('the task did not fail')
    },
    (error: EngineError) => error,
  )

test('a task written in TypeScript runs on another thread and gives its result', async () => {
  expect(await run('hello')).toEqual([['hello']])
})

test('an EngineError keeps its code, words and place across threads', async () => {
  const error = await failure(run('refuse'))
  expect(error.name).toBe('EngineError')
  expect(error.toData()).toEqual({
    code: 'file-missing',
    message: 'There is no such file.',
    remedy: 'Choose another.',
    line: 7,
    column: undefined,
  })
})

test('any other failure of a task arrives as internal, with what was said', async () => {
  const error = await failure(run('break'))
  expect(error.code).toBe('internal')
  expect(error.message).toContain('x is not a function')
})

test.each(['too-large', 'too-large-for-code'])(
  'memory that cannot be had is told as such: %s',
  async (path) => {
    expect((await failure(run(path))).code).toBe('too-large')
  },
)

test('a thread that dies rejects its task in words, and the tasks behind it still run', async () => {
  const dying = failure(run('exit'))
  const behind = Array.from({ length: 5 }, (_, i) => run(`task ${i}`))
  const error = await dying
  expect(error.code).toBe('internal')
  expect(error.message).toMatch(/thread/)
  expect((await Promise.all(behind)).flat(2)).toEqual(['task 0', 'task 1', 'task 2', 'task 3', 'task 4'])
})

test('a queued task is cancelled by its signal and the running ones are not', async () => {
  const running = [run('wait', 200), run('wait', 200)]
  const stop = new AbortController()
  const queued = failure(run('never', 0, { signal: stop.signal }))
  stop.abort()
  expect((await queued).code).toBe('cancelled')
  expect(await Promise.all(running)).toEqual([[['wait']], [['wait']]])
})

test('short tasks do not wait behind a queue of restarts', async () => {
  const order: string[] = []
  const restart = (name: string) =>
    run('wait', 250, {}, 'run-restart' as 'read-rows').then(() => order.push(name))
  const restarts = [restart('restart 1'), restart('restart 2')]
  await run('short')
  order.push('short')
  await Promise.all(restarts)
  expect(order).toEqual(['short', 'restart 1', 'restart 2'])
})

test('closing rejects what still runs as cancelled', async () => {
  const own = createPool(1, new URL('./fixtures/', import.meta.url))
  const running = failure(
    own.run('read-rows', {
      path: 'wait',
      from: 0,
      to: 0,
      rows: 20_000,
      columns: 0,
      dialect,
      blankRows: false,
    }),
  )
  await own.close()
  expect((await running).code).toBe('cancelled')
})
