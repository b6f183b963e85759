import { expect, it } from 'vitest'
import { createTraces } from './traces.ts'

it('traces grow as parts of them arrive, also when a part comes again', () => {
  const traces = createTraces()
  const long = Float64Array.from({ length: 500 }, (_, at) => at)
  traces.append('a', 0, Float64Array.of(-3, -2))
  traces.append('a', 1, Float64Array.of(-2, -1))
  traces.append('b', 0, long)
  expect([...traces.of('a')]).toEqual([-3, -2, -1])
  expect(traces.of('b')).toEqual(long)
  expect(traces.of('c')).toHaveLength(0)
})
