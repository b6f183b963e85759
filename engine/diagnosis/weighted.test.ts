import { afterAll, beforeAll, expect, it } from 'vitest'
import { createRandom } from '../../core/random/random.ts'
import { openBench, settingsOf, type Bench } from '../fixtures/bench.ts'

let bench: Bench
beforeAll(async () => {
  bench = await openBench()
})
afterAll(() => bench.close())

it('a narrow component is called narrow, not small, where its rows are few beside what others weigh', async () => {
  const random = createRandom(5)
  const wide = Array.from({ length: 60 }, () => [random.normal(), random.normal(), 10])
  const narrow = Array.from({ length: 20 }, () => [20 + random.normal(), 20 + 0.01 * random.normal(), 1])
  const text = [['x', 'y', 'times'], ...wide, ...narrow].map((row) => row.join()).join('\n')
  const { dataset } = await bench.openText('weighed.csv', `${text}\n`)
  const settings = settingsOf({ weights: { column: 2, kind: 'frequency' }, initialisation: 'kmeans' })
  const { fit, restarts } = await bench.engine.fit({ dataset, settings })
  const [first] = restarts.filter(({ warnings }) => warnings.some(({ code }) => code === 'spurious'))
  const { rowsUsed, findings } = await bench.engine.diagnose({ fit, restart: first.id })
  expect(rowsUsed).toBe(620)
  expect(findings).toMatchObject([{ code: 'spurious', why: 'narrow' }])
  expect(findings[0].held).toBeCloseTo(20, 1)
  expect(findings[0].remedies.map(({ kind }) => kind)).toContain('drop-columns')
})
