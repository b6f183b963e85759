import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { german } from '../../contract/languages/german.ts'
import type { FitSettings } from '../../contract/schemas.ts'
import type { DatasetSummary, Warning } from '../../contract/views.ts'
import { writeNumbersIn } from '../../contract/words/numerals.ts'
import { speakerOf } from '../../contract/words/say.ts'
import { openBench, settingsOf, type Bench } from '../fixtures/bench.ts'
import {
  FORECAST_CASES,
  heavy,
  length,
  N,
  normal,
  numbers,
  random,
  width,
} from '../fixtures/warnings/forecast-cases.ts'

let bench: Bench
beforeAll(async () => {
  bench = await openBench()
})
afterAll(() => bench.close())
afterEach(() => writeNumbersIn('en-GB'))

async function open(columns: Record<string, (number | string)[]>): Promise<DatasetSummary> {
  const names = Object.keys(columns)
  const lines = columns[names[0]].map((_, i) => names.map((name) => columns[name][i]).join(','))
  return await bench.openText('data.csv', `${names.join(',')}\n${lines.join('\n')}\n`)
}

const forecastOf = (dataset: string, changes: Partial<FitSettings> = {}) =>
  bench.engine.forecast({ dataset, settings: settingsOf({ restarts: 2, ...changes }) })

const inGerman = ({ said }: Warning) => speakerOf('de', german)(said!)

/** The settings, and the columns of the file, after the remedy of a warning: what its button does. */
async function remedied(dataset: string, settings: Partial<FitSettings>, { remedies = [] }: Warning, at = 0) {
  const remedy = remedies[at]
  switch (remedy.kind) {
    case 'drop-columns':
      return { ...settings, columns: settings.columns!.filter((column) => !remedy.columns.includes(column)) }
    case 'columns':
      return { ...settings, columns: remedy.columns }
    case 'covariances':
      return { ...settings, covariances: remedy.covariances }
    case 'components':
      return { ...settings, components: { from: remedy.from, to: remedy.to } }
    case 'covariance':
      expect(remedy.from).toBe('VVV')
      return { ...settings, covariances: [remedy.covariance] }
    case 'restarts':
      return { ...settings, restarts: remedy.restarts }
    case 'scale':
      return { ...settings, scaling: remedy.scaling }
    case 'derive': {
      const { column, transform } = remedy
      const columns = await bench.engine.derive({ dataset, column, transform })
      const made = columns.find(({ derived }) => derived?.of === column)!.index
      return { ...settings, columns: settings.columns!.map((each) => (each === column ? made : each)) }
    }
    default:
      throw new Error('no remedy of a forecast')
  }
}

describe('before a fit', () => {
  it('there is nothing to say of plain columns', async () => {
    const { dataset } = await open({ a: length, b: width })
    expect(await forecastOf(dataset)).toMatchObject({ rowsUsed: N, warnings: [] })
  })

  it.each(Object.entries(FORECAST_CASES))('%s is told, and every remedy clears it', async (_, made) => {
    const { dataset } = await open(made.columns)
    const settings = { columns: [0, 1], ...made.settings }
    const { warnings } = await forecastOf(dataset, settings)
    const [warning] = warnings.filter(({ code }) => code === made.code)
    expect(warning.message).toMatch(made.says)
    expect(inGerman(warning)).not.toMatch(/”|\b(the|of|is|are|and)\b/)
    expect(warning.remedies?.map(({ kind }) => kind)).toEqual(made.remedies)
    for (let at = 0; at < (warning.remedies?.length ?? 0); at++) {
      const after = await forecastOf(dataset, await remedied(dataset, settings, warning, at))
      expect(after.warnings.map(({ code }) => code)).not.toContain(made.code)
    }
  })

  it.each<[string, string, Partial<FitSettings>?]>([
    ['a constant column', 'denselben Wert, 7,5:'],
    ['other units', '„height_in“ = 0,394·„height_cm“:'],
    ['more parameters than rows', 'Zeilen je Komponente: 2,5;', { components: { from: 2, to: 12 } }],
  ])('a number of %s has a comma in German', async (name, says, changes) => {
    const { columns, settings, code } = FORECAST_CASES[name]
    const { dataset } = await open(columns)
    const { warnings } = await forecastOf(dataset, { columns: [0, 1], ...settings, ...changes })
    writeNumbersIn('de-DE')
    expect(inGerman(warnings.find((warning) => warning.code === code)!)).toContain(says)
  })

  it.each<[FitSettings['covariances'], string[], number?, number?]>([
    [['VVV'], ['covariance', 'columns']],
    [
      ['VVV', 'EII', 'VVI'],
      ['covariances', 'columns'],
    ],
    [
      ['VVV', 'EEE'],
      ['covariances', 'columns'],
    ],
    [['VVV'], ['covariance', 'columns'], 9],
    [['EII'], ['columns'], 1, 11],
  ])(
    'one component of %j that has too many parameters leads to %j, and these to none',
    async (covariances, kinds, to = 1, count = 30) => {
      const names = Array.from({ length: 11 }, (_, j) => `x${j}`)
      const { dataset } = await open(Object.fromEntries(names.map((name) => [name, normal(count)])))
      const settings = { covariances, components: { from: 1, to }, columns: [...names.keys()] }
      const few = async (changed: Partial<FitSettings>) =>
        (await forecastOf(dataset, changed)).warnings.find(({ code }) => code === 'few-rows')
      const warning = await few(settings)
      expect(warning?.remedies?.map(({ kind }) => kind)).toEqual(kinds)
      for (let at = 0; at < kinds.length; at++) {
        let changed = await remedied(dataset, settings, warning!, at)
        const next = await few(changed)
        if (to > 1) changed = await remedied(dataset, changed, next!)
        expect(await few(changed)).toBeUndefined()
      }
    },
  )

  it('scales that matter to more than spheres make no column mute, and are told so', async () => {
    const { dataset } = await open({ a: length.map((value) => 1e7 * value), b: width })
    const { warnings } = await forecastOf(dataset, { covariances: ['VII', 'EEV'] })
    expect(warnings[0].message).toMatch(
      /VII and EEV depend on the units: in other units the clusters may be others/,
    )
  })

  it('scales that do not matter are said not to, without a remedy', async () => {
    const { dataset } = await open({ a: length.map((value) => 1e7 * value), b: width })
    const { warnings } = await forecastOf(dataset)
    expect(warnings).toMatchObject([
      { code: 'scales-apart', message: expect.stringContaining('does not matter') as string },
    ])
    expect(warnings[0].remedies).toBeUndefined()
  })

  it('no logarithm is proposed where there are values of 0', async () => {
    const { dataset } = await open({ a: heavy.map((value, i) => (i < 3 ? 0 : value)), b: width })
    const { warnings } = await forecastOf(dataset)
    expect(warnings[0]).toMatchObject({
      code: 'heavy-tail',
      message: expect.stringContaining('No logarithm') as string,
    })
    expect(warnings[0].remedies).toBeUndefined()
  })

  it('memory grows with restarts and rows, by what they are known to take', async () => {
    const { dataset } = await open({ a: length, b: width })
    const few = await forecastOf(dataset, { restarts: 1, maxIterations: 1000 })
    const many = await forecastOf(dataset, { restarts: 101, maxIterations: 1000 })
    expect(many.bytes - few.bytes).toBe(100 * (1000 * 8 + 4 + 2 * 7 * 8))
  })

  it('the time is of the order of what the fit then takes', async () => {
    const big = numbers(() => random.normal(), 4000)
    const { dataset } = await open({ a: big, b: big.map((value, i) => value * (i % 2) + random.normal()) })
    const asked = {
      components: { from: 3, to: 3 },
      restarts: 8,
      regularisation: { kind: 'relative' as const, value: 1e-6 },
    }
    const { seconds } = await forecastOf(dataset, asked)
    const fit = await bench.engine.fit({ dataset, settings: settingsOf(asked) })
    expect(seconds).not.toBeNull()
    expect(seconds!.low).toBeLessThan(10 * fit.seconds)
    expect(seconds!.high).toBeGreaterThan(fit.seconds / 10)
  })

  it('there is no time where no row can be tried', async () => {
    const { dataset } = await open(FORECAST_CASES['no complete row'].columns)
    expect((await forecastOf(dataset)).seconds).toBeNull()
  })

  it('is cancelled where it is not wanted any more', async () => {
    const { dataset } = await open({ a: length, b: width })
    const cancel = new AbortController()
    const settings = settingsOf({ covariances: ['VVV', 'EEE', 'VVI'] })
    const call = bench.engine.forecast({ dataset, settings }, { signal: cancel.signal })
    cancel.abort()
    await expect(call).rejects.toMatchObject({ code: 'cancelled' })
  })
})
