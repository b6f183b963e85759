import { afterAll, beforeAll, expect, it } from 'vitest'
import { openBench, type Bench } from '../../engine/fixtures/bench.ts'
import { defaultComponents } from './default-components.ts'

let bench: Bench
beforeAll(async () => {
  bench = await openBench(1)
})
afterAll(() => bench.close())

const rows = (count: number, row: (i: number) => string) =>
  `a,b\n${Array.from({ length: count }, (_, i) => row(i)).join('\n')}\n`

it.each([
  ['9 where there are rows enough', rows(40, (i) => `${i},${i * i}`), [0, 1], 9],
  ['the rows where there are fewer', rows(6, (i) => `${i},${i * i}`), [0, 1], 6],
  ['the rows without a missing value', rows(12, (i) => `${i},${i < 5 ? i : ''}`), [0, 1], 5],
  ['the values of a single column', rows(40, (i) => `${i % 3},${i}`), [0], 3],
  ['the pairs of values of two', rows(40, (i) => `${i % 2},${i % 3}`), [0, 1], 6],
])('components go by default to %s', async (_, csv, chosen, to) => {
  const dataset = await bench.openText('some.csv', csv)
  expect(await defaultComponents(bench.engine, dataset, chosen)).toEqual({ from: 1, to })
})
