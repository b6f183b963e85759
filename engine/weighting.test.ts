import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createRandom } from '../core/random/random.ts'
import type { EngineError } from '../contract/errors.ts'
import { german } from '../contract/languages/german.ts'
import type { ModelFile } from '../contract/schemas.ts'
import { writeNumbersIn } from '../contract/words/numerals.ts'
import { speakerOf } from '../contract/words/say.ts'
import { openBench, settingsOf, type Bench } from './fixtures/bench.ts'

let bench: Bench
beforeAll(async () => {
  bench = await openBench(2)
})
afterAll(() => bench.close())

const random = createRandom(5)
const ROWS = Array.from({ length: 120 }, (_, row) => {
  const far = row % 3 === 0 ? 6 : 0
  return { x: far + random.normal(), y: far / 2 + random.normal(), w: 1 + random.below(4) }
})
const aggregated = `x,y,w\n${ROWS.map(({ x, y, w }) => `${x},${y},${w}`).join('\n')}\n`
const expanded = `x,y\n${ROWS.flatMap(({ x, y, w }) => new Array<string>(w).fill(`${x},${y}`)).join('\n')}\n`
const N = ROWS.reduce((sum, { w }) => sum + w, 0)

const frequency = { column: 2, kind: 'frequency' } as const
const importance = { column: 2, kind: 'importance' } as const

async function fitted(text: string, weights: typeof frequency | typeof importance | null) {
  const { dataset } = await bench.openText(`${Math.abs(text.length)}.csv`, text)
  const summary = await bench.engine.fit({ dataset, settings: settingsOf({ weights, restarts: 8 }) })
  return { dataset, summary, best: summary.solutions[0] }
}

describe('a fit with frequencies', () => {
  it('is the fit of the file in which each row stands as often: log-likelihood, criteria, sizes', async () => {
    const weighted = await fitted(aggregated, frequency)
    const plain = await fitted(expanded, null)
    expect(weighted.summary).toMatchObject({
      rowsUsed: 120,
      rowsDropped: 0,
      weighting: { column: 'w', kind: 'frequency', count: N, zero: 0, missing: 0 },
    })
    expect(plain.summary.weighting).toBeNull()
    for (const name of ['logLikelihood', 'bic', 'aic', 'icl'] as const)
      expect(weighted.best[name] / plain.best[name]).toBeCloseTo(1, 8)
    const of = async ({ summary, best }: typeof plain) =>
      await bench.engine.model({ fit: summary.fit, restart: best.restarts[0] })
    const model = await of(weighted)
    expect(model.counts).toEqual((await of(plain)).sizes)
    expect(model.sizes.reduce((sum, size) => sum + size, 0)).toBe(120)
  })

  it('states n and what it is in the report, the provenance and the model', async () => {
    const { summary, best } = await fitted(aggregated, frequency)
    const { target, path } = bench.target('report.json')
    await bench.engine.exportReport({ fit: summary.fit, target })
    const report = JSON.parse(await readFile(path, 'utf8')) as {
      [part in 'data' | 'settings' | 'model']: Record<string, unknown>
    }
    expect(report.data['weighting']).toMatchObject({ column: 'w', count: N })
    expect(report.settings).toMatchObject({ weights: 'w', 'weights-kind': 'frequency' })
    const labels = bench.target('labels.csv')
    const provenance = bench.target('labels.basin.json')
    await bench.engine.exportLabels({
      fit: summary.fit,
      restart: best.restarts[0],
      target: labels.target,
      posteriors: false,
      provenance: provenance.target,
    })
    const record = JSON.parse(await readFile(provenance.path, 'utf8')) as typeof report
    expect(record.data['weighting']).toMatchObject({ kind: 'frequency', count: N })
    const roles = record.data['columns'] as { name: string; role: string }[]
    expect(roles.find(({ name }) => name === 'w')?.role).toBe('weight')
    expect(record.model['rowWeights']).toEqual({ column: 'w', kind: 'frequency' })
  })

  it('is repeated by no script, and says so', async () => {
    const { summary, best } = await fitted(aggregated, frequency)
    const asked = { fit: summary.fit, restart: best.restarts[0] }
    for (const language of ['python', 'r'] as const)
      await expect(bench.engine.script({ ...asked, language })).rejects.toMatchObject({
        code: 'not-available',
        message: expect.stringContaining('weights of rows') as string,
      })
  })
})

describe('a fit with importance', () => {
  it('has n rows, whatever the unit of the weights', async () => {
    const tenfold = `x,y,w\n${ROWS.map(({ x, y, w }) => `${x},${y},${w * 2.5}`).join('\n')}\n`
    const one = await fitted(aggregated, importance)
    const other = await fitted(tenfold, importance)
    expect(one.summary.weighting).toMatchObject({ kind: 'importance', count: 120 })
    expect(other.best.logLikelihood / one.best.logLikelihood).toBeCloseTo(1, 10)
    const { counts = [] } = await bench.engine.model({
      fit: one.summary.fit,
      restart: one.best.restarts[0],
    })
    expect(counts.reduce((sum, count) => sum + count, 0)).toBeCloseTo(120, 8)
  })
})

describe('rows whose weight is 0 or missing', () => {
  const holed = `x,y,w\n100,100,0\n200,-50,\n${aggregated.slice('x,y,w\n'.length)}`

  it('are left out, counted, not drawn and not labelled', async () => {
    const { dataset, summary, best } = await fitted(holed, frequency)
    const whole = await fitted(aggregated, frequency)
    expect(summary).toMatchObject({ rows: 122, rowsUsed: 120, rowsDropped: 2 })
    expect(summary.weighting).toMatchObject({ count: N, zero: 1, missing: 1 })
    expect(best.logLikelihood / whole.best.logLikelihood).toBeCloseTo(1, 12)
    const axes = { x: 0, y: 1 }
    const asked = { dataset, columns: [0, 1], axes, limit: 1000 }
    expect((await bench.engine.points({ ...asked, weights: frequency })).usable).toBe(120)
    expect((await bench.engine.points(asked)).usable).toBe(122)
    const { labels } = await bench.engine.labels({ fit: summary.fit, restart: best.restarts[0], limit: 1000 })
    expect(labels).toHaveLength(120)
    const { target, path } = bench.target('holed.csv')
    await bench.engine.exportLabels({
      fit: summary.fit,
      restart: best.restarts[0],
      target,
      posteriors: false,
    })
    const lines = (await readFile(path, 'utf8')).split('\n')
    expect(lines.slice(1, 3)).toEqual(['100,100,0,,,', '200,-50,,,,'])
    expect(lines[3].split(',')[3]).toMatch(/^[12]$/)
  })
})

describe('weights that cannot be', () => {
  it.each([
    ['negative', 'x,y,w\n1,2,1\n2,1,-3\n', importance, /Line 3 has the weight -3 in the column “w”/],
    ['a part of a case', 'x,y,w\n1,2,1\n2,1,0.5\n', frequency, /Line 3 has the frequency 0.5/],
    ['those of text', 'x,y,w\n1,2,a\n2,1,b\n', frequency, /“w” does not hold numbers/],
  ])('are refused where they are: %s', async (name, text, weights, message) => {
    const { dataset } = await bench.openText(`${name}.csv`, text)
    await expect(bench.engine.fit({ dataset, settings: settingsOf({ weights }) })).rejects.toMatchObject({
      code: 'invalid-input',
      message: expect.stringMatching(message) as string,
    })
  })

  it('are told with a comma in German', async () => {
    const { dataset } = await bench.openText('part.csv', 'x,y,w\n1,2,1\n2,1,0.5\n')
    const refused = await bench.engine
      .fit({ dataset, settings: settingsOf({ weights: frequency }) })
      .catch((thrown: unknown) => thrown as EngineError)
    const { said } = refused as EngineError
    writeNumbersIn('de-DE')
    try {
      expect(speakerOf('de', german)(said!.message!)).toContain('die Häufigkeit 0,5:')
    } finally {
      writeNumbersIn('en-GB')
    }
  })

  it('are refused in a column that is clustered on', async () => {
    const { dataset } = await bench.openText('both.csv', aggregated)
    await expect(
      bench.engine.fit({ dataset, settings: settingsOf({ weights: { column: 1, kind: 'frequency' } }) }),
    ).rejects.toMatchObject({
      message: expect.stringContaining('cannot be clustered on and weigh') as string,
    })
  })

  it('are refused where no row has one', async () => {
    const { dataset } = await bench.openText('none.csv', 'x,y,w\n1,2,0\n2,1,0\n3,5,0\n')
    await expect(
      bench.engine.fit({ dataset, settings: settingsOf({ weights: frequency }) }),
    ).rejects.toMatchObject({
      code: 'too-few-rows',
      message: 'No row has a number in every chosen column and a weight above 0.',
    })
  })

  it('are what a forecast counts rows by', async () => {
    const lines = Array.from(
      { length: 40 },
      (_, i) => `${(i * 7) % 11},${(i * 5) % 13},${i % 4 === 0 ? 2 : 0}`,
    )
    const { dataset } = await bench.openText('few.csv', `x,y,w\n${lines.join('\n')}\n`)
    const settings = settingsOf({ weights: frequency })
    const { rowsUsed, warnings } = await bench.engine.forecast({ dataset, settings })
    expect(rowsUsed).toBe(10)
    expect(warnings.map(({ message }) => message).join()).toMatch(
      /more parameters than the 10 rows can tell, which count once each here and not by their weights/,
    )
    expect((await bench.engine.forecast({ dataset, settings: settingsOf() })).rowsUsed).toBe(40)
  })
})

describe('scoring with weights', () => {
  async function saved(weights: typeof frequency | typeof importance) {
    const { dataset, summary, best } = await fitted(aggregated, weights)
    const { target, path } = bench.target('weighted-model.json')
    await bench.engine.exportModel({ fit: summary.fit, restart: best.restarts[0], target })
    return { dataset, best, model: JSON.parse(await readFile(path, 'utf8')) as ModelFile }
  }

  it.each([frequency, importance])('gives the log-likelihood of the fit: %o', async (weights) => {
    const { dataset, best, model } = await saved(weights)
    const score = await bench.engine.score({ dataset, model, posteriors: false })
    expect(score.logLikelihood / best.logLikelihood).toBeCloseTo(1, 10)
    expect(score.weighting).toMatchObject({ column: 'w', count: weights === frequency ? N : 120 })
    expect(score.warnings).toEqual([])
    const { target } = bench.target('scored.csv')
    const written = await bench.engine.score({ dataset, model, posteriors: false, target })
    expect(written.logLikelihood).toBe(score.logLikelihood)
  })

  it('counts every row once where the file lacks the column, and says so', async () => {
    const { model } = await saved(frequency)
    const { dataset } = await bench.openText('unweighted.csv', expanded)
    const score = await bench.engine.score({ dataset, model, posteriors: false })
    expect(score.weighting).toBeNull()
    expect(score.warnings).toMatchObject([{ code: 'no-row-weights', column: 'w' }])
    expect(score.logLikelihood / model.logLikelihood).toBeCloseTo(1, 10)
  })

  it('labels rows of no weight, which count nothing, and says so', async () => {
    const { model } = await saved(frequency)
    const { dataset } = await bench.openText('nothing.csv', 'x,y,w\n0,0,0\n6,3,1\n0,1,\n')
    const score = await bench.engine.score({ dataset, model, posteriors: false })
    expect(score).toMatchObject({ rowsUsed: 3, weighting: { count: 1, zero: 1, missing: 1 } })
    expect(score.warnings).toMatchObject([{ code: 'weightless-rows', count: 2 }])
  })
})
