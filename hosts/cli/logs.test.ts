import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createRandom } from '../../core/random/random.ts'
import { captured } from './captured.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'basin-logs-'))
  const random = createRandom(4)
  const rows = Array.from({ length: 150 }, (_, i) => {
    const income = Math.exp(8 + 2 * (i % 2) + 1.2 * random.normal())
    return `${income.toFixed(2)},${(30 + 20 * (i % 2) + 3 * random.normal()).toFixed(1)},${i % 3 === 0 ? 0 : 4}`
  })
  await writeFile(join(folder, 'people.csv'), `income,age,gifts\n${rows.join('\n')}\n`)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const at = (name: string) => join(folder, name)
const fit = (...more: string[]) =>
  captured(['fit', at('people.csv'), '--components', '2', '--restarts', '4', '--threads', '1', ...more])

describe('what may go wrong', () => {
  it('is on standard error before a fit, unless it is to be quiet', async () => {
    const { status, err } = await fit('--columns', 'income,age')
    expect(status).toBe(0)
    expect(err).toMatch(/^basin: “income” has a heavy upper tail/m)
    expect((await fit('--columns', 'income,age', '--quiet')).err).toBe('')
  })
})

describe('--log', () => {
  it('fits the logarithm in the place of its column, by default and where that is named', async () => {
    for (const named of [
      ['--columns', 'income,age'],
      ['--columns', 'age,log(income)'],
    ]) {
      const { status, out, err } = await fit('--log', 'income', '--json', ...named)
      expect(status).toBe(0)
      expect(err).not.toContain('heavy')
      const report = JSON.parse(out) as { data: { columns: string[] } }
      expect(new Set(report.data.columns)).toEqual(new Set(['age', 'log(income)']))
    }
    expect((await fit('--log', 'income')).out).toMatch(/people\.csv: 150 rows, 3 columns;/)
    const { out } = await fit('--log', 'income', '--json')
    expect((JSON.parse(out) as { data: { columns: string[] } }).data.columns).toContain('log(income)')
    expect((JSON.parse(out) as { data: { columns: string[] } }).data.columns).not.toContain('income')
  })

  it('is taken by score from the model', async () => {
    await fit('--log', 'income', '--columns', 'income,age', '--model', at('m.json'), '--labels', at('l.csv'))
    const { status, out } = await captured(['score', at('m.json'), at('people.csv'), '--labels', at('s.csv')])
    expect(status).toBe(0)
    expect(out).toMatch(/150 of 150 rows labelled/)
    const clusters = async (name: string) =>
      (await readFile(at(name), 'utf8')).split('\n').map((line) => line.split(',')[3])
    expect(await clusters('s.csv')).toEqual(await clusters('l.csv'))
  })

  it('is refused where a value is 0, and for a column that is not there', async () => {
    const zero = await fit('--log', 'gifts')
    expect(zero.status).not.toBe(0)
    expect(zero.err).toMatch(/“gifts” of “people.csv” has values of 0 or below/)
    const none = await fit('--log', 'height')
    expect(none).toMatchObject({ status: 2 })
    expect(none.err).toMatch(/--log: there is no column “height”/)
  })
})
