import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createRandom } from '../core/random/random.ts'
import { ModelFile } from '../contract/schemas.ts'
import * as v from 'valibot'
import { openBench, settingsOf, type Bench } from './fixtures/bench.ts'
import { createGrants, createEngine } from './index.ts'
import { connect } from '../contract/client.ts'
import { createLoop } from '../contract/loop.ts'
import { serve } from '../contract/server.ts'
import { isInstalled, runScript } from './fixtures/languages.ts'

let bench: Bench
beforeAll(async () => {
  bench = await openBench()
})
afterAll(() => bench.close())

const random = createRandom(5)
const people = Array.from({ length: 120 }, (_, i) => {
  const group = i % 2
  return [Math.exp(8 + 2 * group + 0.4 * random.normal()), 30 + 20 * group + 3 * random.normal()]
})
const csv = `income,age\n${people.map(([income, age]) => `${income.toFixed(2)},${age.toFixed(1)}`).join('\n')}\n`
const logs = people.map(([income]) => Math.log(Number(income.toFixed(2))))

describe('a column computed from another', () => {
  it('stands behind those of the file, has their profile, and is used in the place of its source', async () => {
    const { dataset } = await bench.openText('people.csv', csv)
    const columns = await bench.engine.derive({ dataset, column: 0, transform: 'log' })
    expect(columns.map(({ name, use }) => [name, use])).toEqual([
      ['income', false],
      ['age', true],
      ['log(income)', true],
    ])
    expect(columns[0].reason).toBe('used as log(income)')
    expect(columns[2]).toMatchObject({
      index: 2,
      type: 'numeric',
      missing: 0,
      min: Math.min(...logs),
      max: Math.max(...logs),
      derived: { of: 0, transform: 'log', removed: false },
    })
    expect(columns[2].mean).toBeCloseTo(logs.reduce((a, b) => a + b, 0) / logs.length, 10)
    expect(columns[2].histogram?.counts.reduce((a, b) => a + b, 0)).toBe(120)
  })

  it('is one column however often it is asked for, and comes back to its place after it was taken away', async () => {
    const { dataset } = await bench.openText('people.csv', csv)
    const asked = { dataset, column: 0, transform: 'log' as const }
    const [first] = await Promise.all([bench.engine.derive(asked), bench.engine.derive(asked)])
    expect(first).toHaveLength(3)
    const without = await bench.engine.underive({ dataset, column: 2 })
    expect(without[2].derived?.removed).toBe(true)
    expect(without.map(({ use }) => use)).toEqual([true, true, false])
    const again = await bench.engine.derive(asked)
    expect(again).toHaveLength(3)
    expect(again[2]).toMatchObject({ use: true, derived: { removed: false } })
  })

  it('is refused where a value is 0 or below, and of a column that was computed itself', async () => {
    const { dataset } = await bench.openText('zero.csv', 'a,b\n0,1\n2,3\n4,9\n')
    const refused = { code: 'invalid-input', message: expect.stringContaining('0 or below') as string }
    await expect(bench.engine.derive({ dataset, column: 0, transform: 'log' })).rejects.toMatchObject(refused)
    await bench.engine.derive({ dataset, column: 1, transform: 'log' })
    await expect(bench.engine.derive({ dataset, column: 2, transform: 'log' })).rejects.toMatchObject({
      code: 'invalid-input',
    })
    await expect(bench.engine.underive({ dataset, column: 0 })).rejects.toMatchObject({
      code: 'invalid-input',
    })
  })

  it('is read with the rows of the table', async () => {
    const { dataset } = await bench.openText('people.csv', csv)
    await bench.engine.derive({ dataset, column: 0, transform: 'log' })
    const { cells, values } = await bench.engine.rows({ dataset, from: 3, count: 2 })
    expect(cells[0]).toHaveLength(3)
    expect(Number(cells[0][2])).toBeCloseTo(logs[3], 4)
    expect(values[2]).toBe(logs[3])
    expect(values[5]).toBe(logs[4])
  })

  it('is fitted as if the file held it', async () => {
    const { dataset } = await bench.openText('people.csv', csv)
    await bench.engine.derive({ dataset, column: 0, transform: 'log' })
    const fit = await bench.engine.fit({ dataset, settings: settingsOf({ columns: [1, 2] }) })
    expect(fit.columns).toEqual(['age', 'log(income)'])
    const held = await bench.openText(
      'held.csv',
      `age,l\n${people.map(([, age], i) => `${age.toFixed(1)},${logs[i]}`).join('\n')}\n`,
    )
    const same = await bench.engine.fit({ dataset: held.dataset, settings: settingsOf() })
    expect(fit.solutions[0].logLikelihood).toBe(same.solutions[0].logLikelihood)
  })

  it('leaves the columns of the file as they are in the labelled CSV', async () => {
    const { fit } = await fitted()
    const { target, path } = bench.target('labelled.csv')
    await bench.engine.exportLabels({ fit, restart: 'VVV-2-0', target, posteriors: false })
    const [head, first] = (await readFile(path, 'utf8')).split('\n')
    expect(head).toBe('income,age,cluster,uncertainty,log_density')
    expect(first.startsWith(csv.split('\n')[1])).toBe(true)
  })

  it('leaves the columns of short rows as they are', async () => {
    const short = csv.replace(/\n([^\n]+)\n$/, '\n$1\n77.5\n')
    const { dataset } = await bench.openText('short.csv', short)
    await bench.engine.derive({ dataset, column: 0, transform: 'log' })
    const { fit } = await bench.engine.fit({ dataset, settings: settingsOf({ columns: [1, 2] }) })
    const { target, path } = bench.target('short-out.csv')
    await bench.engine.exportLabels({ fit, restart: 'VVV-2-0', target, posteriors: false })
    expect((await readFile(path, 'utf8')).trimEnd().split('\n').at(-1)).toBe('77.5,,,,')
  })

  it('is in the model file by its source, and another file is scored on its own logarithms', async () => {
    const { fit, dataset } = await fitted()
    const { target, path } = bench.target('people.json')
    await bench.engine.exportModel({ fit, restart: 'VVV-2-0', target })
    const model = v.parse(ModelFile, JSON.parse(await readFile(path, 'utf8')))
    expect(model.columns).toEqual(['age', 'log(income)'])
    expect(model.derived).toEqual([null, { of: 'income', transform: 'log' }])
    const { sizes } = await bench.engine.score({ dataset, model, posteriors: false })
    const other = await bench.openText('other.csv', `${csv}-3,20\n`)
    const scored = await bench.engine.score({ dataset: other.dataset, model, posteriors: false })
    expect(scored.sizes).toEqual(sizes)
    expect(scored).toMatchObject({
      rows: 121,
      rowsUsed: 120,
      logLikelihood: expect.closeTo(model.logLikelihood, 8) as number,
    })
    expect(scored.warnings.map(({ code }) => code)).toEqual(['not-defined', 'rows-dropped'])
    const none = await bench.openText('none.csv', 'age\n3\n4\n')
    await expect(
      bench.engine.score({ dataset: none.dataset, model, posteriors: false }),
    ).rejects.toMatchObject({
      code: 'model-mismatch',
      message: expect.stringContaining('“income”') as string,
    })
  })

  it('is in the provenance', async () => {
    const { fit } = await fitted()
    const { target } = bench.target('p.csv')
    const record = bench.target('p.json')
    await bench.engine.exportLabels({
      fit,
      restart: 'VVV-2-0',
      target,
      posteriors: false,
      provenance: record.target,
    })
    const { data, model } = JSON.parse(await readFile(record.path, 'utf8')) as {
      data: { columns: object[] }
      model: object
    }
    expect(data.columns.at(-1)).toMatchObject({
      name: 'log(income)',
      role: 'cluster',
      derived: { of: 'income', transform: 'log' },
    })
    expect(model).toMatchObject({ derived: [null, { of: 'income', transform: 'log' }] })
  })

  it.each(['python', 'r'] as const)('is computed by the script in %s', async (language) => {
    if (!isInstalled(language)) return
    const { fit, logLikelihood } = await fitted()
    const { text } = await bench.engine.script({ fit, restart: 'VVV-2-0', language })
    const script = join(bench.folder, `derived.${language}`)
    await writeFile(script, text)
    const out = await runScript(language, script, join(bench.folder, 'people.csv'))
    expect(Number(/^log-likelihood (\S+)/m.exec(out)?.[1])).toBeCloseTo(logLikelihood, 4)
  })

  it('is there again, at its place, when a session is opened', async () => {
    const { fit, dataset } = await fitted()
    await bench.engine.derive({ dataset, column: 1, transform: 'log' })
    await bench.engine.underive({ dataset, column: 3 })
    const { target, path } = bench.target('people.basin')
    await bench.engine.saveSession({ dataset, fits: [fit], view: {}, target })
    const session = await bench.engine.openSession({ grant: bench.grants.addFile(path).grant })
    expect(session.dataset.columns.map(({ name, derived }) => [name, derived?.removed])).toEqual([
      ['income', undefined],
      ['age', undefined],
      ['log(income)', false],
      ['log(age)', true],
    ])
    expect(session.fits[0].summary.columns).toEqual(['age', 'log(income)'])
  })

  it('is there again when its file is opened again', async () => {
    const folder = join(bench.folder, 'choices')
    const open = async () => {
      const grants = createGrants()
      const host = createEngine({
        grants,
        samplesFolder: '',
        version: '0',
        threads: 1,
        choicesFolder: folder,
      })
      const [near, far] = createLoop()
      serve(host.engine, far)
      const engine = connect(near)
      const summary = await engine.open({
        source: { grant: grants.addFile(join(bench.folder, 'people.csv')).grant },
      })
      return { engine, summary, close: () => host.close() }
    }
    await bench.openText('people.csv', csv)
    const first = await open()
    const { dataset } = first.summary
    await first.engine.derive({ dataset, column: 0, transform: 'log' })
    await first.engine.remember({ dataset, dialect: {}, roles: { 1: 'keep', 2: 'cluster' } })
    await first.close()
    const second = await open()
    expect(second.summary.columns.map(({ name }) => name)).toEqual(['income', 'age', 'log(income)'])
    expect(second.summary.remembered?.roles).toEqual({ 1: 'keep' })
    await second.engine.underive({ dataset: second.summary.dataset, column: 2 })
    await second.close()
    const third = await open()
    expect(third.summary.columns).toHaveLength(2)
    await third.close()
  })
})

async function fitted() {
  const { dataset } = await bench.openText('people.csv', csv)
  await bench.engine.derive({ dataset, column: 0, transform: 'log' })
  const { fit, solutions } = await bench.engine.fit({ dataset, settings: settingsOf({ columns: [1, 2] }) })
  return { fit, dataset, logLikelihood: solutions[0].logLikelihood }
}
