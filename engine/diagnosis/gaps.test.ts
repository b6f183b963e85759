import { afterAll, beforeAll, expect, it } from 'vitest'
import { createRandom } from '../../core/random/random.ts'
import { openBench, settingsOf, type Bench } from '../fixtures/bench.ts'

let bench: Bench
beforeAll(async () => {
  bench = await openBench()
})
afterAll(() => bench.close())

it('a component all of whose rows have gaps is told by these rows and the values they have', async () => {
  const random = createRandom(5)
  const around = (x: number, sd: number) =>
    [x, x, x].map((mean, j) => mean + (j === 2 ? sd : 1) * random.normal())
  const rows = [
    ...Array.from({ length: 60 }, () => around(0, 1)),
    ...Array.from({ length: 30 }, () => around(20, 0.01)),
  ].map((row, i) => row.map((value, j) => (i % 3 === j ? '' : value)).join())
  const { dataset } = await bench.openText('gaps.csv', `x,y,z\n${rows.join('\n')}\n`)
  const settings = settingsOf({ missing: 'em', initialisation: 'kmeans', columns: [0, 1, 2] })
  const { fit, restarts } = await bench.engine.fit({ dataset, settings })
  const [first] = restarts.filter(({ warnings }) => warnings.some(({ code }) => code === 'spurious'))
  const { findings } = await bench.engine.diagnose({ fit, restart: first.id })
  expect(findings).toMatchObject([{ why: 'narrow', causes: [{ kind: 'narrow', column: 2 }] }])
  const [{ rows: atFault, causes }] = findings
  expect(atFault?.count).toBe(30)
  expect(causes[0].kind === 'narrow' && causes[0].overall).toBeCloseTo(9.4, 0)
})
