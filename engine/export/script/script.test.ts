import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { COVARIANCE_MODELS, type FitSettings } from '../../../contract/schemas.ts'
import type { DatasetSummary, FitSummary } from '../../../contract/views.ts'
import { openBench, settingsOf, type Bench } from '../../fixtures/bench.ts'
import { isInstalled, runScript } from '../../fixtures/languages.ts'
import type { Language } from './refusal.ts'

const installed: Record<Language, boolean> = { python: isInstalled('python'), r: isInstalled('r') }
const LANGUAGES: Language[] = ['python', 'r']
const IRIS = [0, 1, 2, 3]

const SAMPLES: [string, number[]][] = [
  ['old-faithful', [0, 1]],
  ['iris', IRIS],
  ['crabs', [3, 4, 5, 6, 7]],
  ['student-scores', [1, 2, 3, 4, 5]],
  ['vowels', [2, 3]],
]

let bench: Bench
let iris: DatasetSummary
let irisPath = ''
beforeAll(async () => {
  bench = await openBench(2)
  iris = await bench.openSample('iris')
  irisPath = samplePath('iris')
})
afterAll(() => bench.close())

const fitOf = ({ dataset }: DatasetSummary, changes: Partial<FitSettings>) =>
  bench.engine.fit({
    dataset,
    settings: settingsOf({
      components: { from: 3, to: 3 },
      restarts: 2,
      acceleration: 'squarem',
      ...changes,
    }),
  })

/** Writes the script of a restart and runs it over the data; what it prints. Its own assertions are the test. */
async function runs(language: Language, fit: FitSummary, restart: string, data: string): Promise<string> {
  const { text } = await bench.engine.script({ fit: fit.fit, restart, language })
  const path = join(bench.folder, `${restart}.${language}`)
  await writeFile(path, text)
  return await runScript(language, path, data)
}

const bestOf = ({ restarts }: FitSummary) =>
  restarts.reduce((a, b) => ((b.logLikelihood ?? -Infinity) > (a.logLikelihood ?? -Infinity) ? b : a))

const samplePath = (sample: string) =>
  fileURLToPath(new URL(`../../../samples/${sample}.csv`, import.meta.url))

/** A fit of this model to the sample whose turn it is. */
async function repeatsSample(language: Language, model: FitSettings['covariances'][number], turn: number) {
  const [sample, columns] = SAMPLES[turn % SAMPLES.length]
  const fit = await fitOf(await bench.openSample(sample), { columns, covariances: [model] })
  await reproduces(language, fit, samplePath(sample))
}

async function reproduces(language: Language, fit: FitSummary, data: string): Promise<void> {
  const best = bestOf(fit)
  const printed = await runs(language, fit, best.id, data)
  const found = Number(/^log-likelihood (\S+)/m.exec(printed)?.[1])
  expect(Math.abs(found - best.logLikelihood!)).toBeLessThanOrEqual(1e-6 * Math.abs(best.logLikelihood!))
}

describe.skipIf(!installed.python)('Python with scikit-learn', () => {
  it.each(['VVV', 'EEE', 'VVI', 'VII'] as const)('repeats a fit of the model %s', async (model) => {
    await repeatsSample('python', model, COVARIANCE_MODELS.indexOf(model))
  })

  it.each([
    ['VVI', 'none', 'relative', 1e-2],
    ['VII', 'none', 'relative', 1e-2],
    ['VII', 'robust', 'relative', 1e-2],
    ['VVV', 'robust', 'absolute', 1e-2],
  ] as const)(
    'repeats a fit of the model %s, scaling %s, with a %s ridge',
    async (model, scaling, kind, value) => {
      const changes = { columns: IRIS, covariances: [model], scaling, regularisation: { kind, value } }
      await reproduces('python', await fitOf(iris, changes), irisPath)
    },
  )
})

describe.skipIf(!installed.r)('R with mclust', () => {
  it.each(COVARIANCE_MODELS)('repeats a fit of the model %s', async (model) => {
    await repeatsSample('r', model, COVARIANCE_MODELS.indexOf(model))
  })

  it.each(['standardise', 'robust'] as const)('repeats a fit of spheres, scaling %s', async (scaling) => {
    await reproduces('r', await fitOf(iris, { columns: IRIS, covariances: ['VII'], scaling }), irisPath)
  })

  it.each(['VVI', 'VVV'] as const)(
    'repeats a fit of the model %s with the conjugate prior',
    async (model) => {
      const changes = { columns: IRIS, covariances: [model], prior: 'conjugate' as const }
      await reproduces('r', await fitOf(iris, changes), irisPath)
    },
  )

  it('says that it has no regularisation, and what comes of that', async () => {
    const regularisation = { kind: 'relative' as const, value: 0.1 }
    const fit = await fitOf(iris, { columns: IRIS, covariances: ['VVI'], regularisation })
    const best = bestOf(fit)
    const { warnings, text } = await bench.engine.script({ fit: fit.fit, restart: best.id, language: 'r' })
    expect(warnings).toMatchObject([{ code: 'script-no-regularisation' }])
    expect(text.replaceAll('\n#', '')).toContain(warnings[0].message)
    const found = Number(/^log-likelihood (\S+)/m.exec(await runs('r', fit, best.id, irisPath))?.[1])
    expect(found).toBeGreaterThan(best.logLikelihood! + 1)
  })
})

/** Two groups in two columns, every seventh row without a number. */
const numbers = Array.from({ length: 120 }, (_, i) => {
  const shift = i % 2 === 0 ? 0 : 9
  const x = Math.round(100 * (1000 + shift + 3 * Math.sin(i * 1.7) + Math.cos(i * 0.9))) / 100
  const y = Math.round(100 * (5 + shift / 2 + 2 * Math.sin(i * 2.3) + Math.cos(i * 3.1))) / 100
  return [x, i % 7 === 3 ? null : y] as const
})
const comma = (value: number | null) => (value === null ? 'NA' : String(value).replace('.', ','))
const point = (value: number | null) => (value === null ? '' : String(value))
const semicolons = `Größe;Höhe;Wort\r\n${numbers.map(([x, y], i) => `${comma(x)};${comma(y)};w${i}`).join('\r\n')}\r\n`
const tabs = `"a\ta"\tb\n${numbers.map(([x, y]) => `${point(x)}\t${point(y)}`).join('\n')}\n`
const commas = `"one, two",b\n${numbers.map(([x, y]) => `${point(x)},${point(y)}`).join('\n')}\n`
const utf16 = Buffer.from(`\ufeff${tabs.replace('"a\ta"', 'naïve')}`, 'utf16le')

const grouped = `a;b\n${numbers.map(([x, y]) => `${comma(x).replace(/^(\d)(\d{3})/, '$1.$2')} €;${y === null ? '' : `${comma(y)} %`}`).join('\n')}\n`
const apostrophes = `a;b\n${numbers.map(([x, y]) => `${point(x).replace(/^(\d)(\d{3})/, "$1'$2")};${point(y)}`).join('\n')}\n`

const FILES: [string, string | Uint8Array][] = [
  ['semicolons.csv', semicolons],
  ['latin.csv', Buffer.from(semicolons, 'latin1')],
  ['utf16.txt', utf16],
  ['mark.csv', `\ufeff${commas}`],
  ['quoted.tsv', tabs],
  ['spaces.dat', `a b\n${numbers.map(([x, y]) => `  ${point(x)}   ${y ?? 'NA'}`).join('\n')}\n`],
  ['no-header.csv', commas.slice(commas.indexOf('\n') + 1)],
  ['packed.csv.gz', gzipSync(commas)],
  ['packed-utf16.csv.gz', gzipSync(utf16)],
  ['comments.csv', `Survey of 1999\n\n# made by hand\n${commas.replace('\n', '\n# not a row, 1\n')}`],
  ['separator.csv', `sep=;\r\n${semicolons}`],
  ['grouped.csv', grouped],
  ['hard-blanks.csv', grouped.replace(/ (?=[€%])/g, '\u00a0').replaceAll('.', '\u202f')],
  ['apostrophes.csv', apostrophes],
]

describe.each(LANGUAGES)('a script in %s', (language) => {
  it.skipIf(!installed[language]).each(FILES)('reads %s as Basin does', async (name, content) => {
    const dataset = await bench.openText(name, content)
    const fit = await fitOf(dataset, { components: { from: 2, to: 2 } })
    expect(fit.rowsDropped).toBe(17)
    await reproduces(language, fit, join(bench.folder, name))
  })
})

describe.each(LANGUAGES)('a script in %s', (language) => {
  const run = it.skipIf(!installed[language])

  run('of one component repeats it', async () => {
    const fit = await fitOf(iris, { columns: IRIS, components: { from: 1, to: 1 } })
    await reproduces(language, fit, irisPath)
  })

  run('of a refinement starts where that started', async () => {
    const fit = await fitOf(iris, {
      columns: IRIS,
      components: { from: 2, to: 4 },
      restarts: 1,
      refinements: 12,
      initialisation: 'random-responsibilities',
    })
    const refined = fit.restarts.filter(({ initialisation }) => initialisation !== 'random-responsibilities')
    expect(refined.length).toBeGreaterThan(1)
    for (const { id, logLikelihood } of refined.slice(0, 3)) {
      const { text } = await bench.engine.script({ fit: fit.fit, restart: id, language })
      expect(text).toContain(id)
      const found = Number(/^log-likelihood (\S+)/m.exec(await runs(language, fit, id, irisPath))?.[1])
      expect(Math.abs(found - logLikelihood!)).toBeLessThanOrEqual(1e-6 * Math.abs(logLikelihood!))
    }
  })

  run('of a start from labels goes on after its first M-step', async () => {
    const start = { labels: Array.from({ length: 150 }, (_, i) => 1 + Math.floor(i / 50)) }
    const fit = await fitOf(iris, { columns: IRIS, start, acceleration: 'none' })
    const { warnings } = await bench.engine.script({ fit: fit.fit, restart: 'VVV-3-0', language })
    expect(warnings).toEqual([])
    await reproduces(language, fit, irisPath)
  })

  run('of a restart that was not finished says that it goes on', async () => {
    const fit = await fitOf(iris, { columns: IRIS, maxIterations: 3, restarts: 1 })
    const { warnings } = await bench.engine.script({ fit: fit.fit, restart: 'VVV-3-0', language })
    expect(warnings).toMatchObject([{ code: 'script-goes-on' }])
    const found = /^log-likelihood (\S+)/m.exec(await runs(language, fit, 'VVV-3-0', irisPath))?.[1]
    expect(Number(found)).toBeGreaterThan(fit.restarts[0].logLikelihood! + 1)
  })

  run('complains of data that are not those that Basin saw', async () => {
    const fit = await fitOf(iris, { columns: IRIS, restarts: 1 })
    const csv = await readFile(irisPath, 'utf8')
    const changed = join(bench.folder, `changed-${language}.csv`)
    const complaints: [string, RegExp][] = [
      [csv.replace('sepal_width', 'height'), /height|other names/],
      [csv.replace('5.1,3.5', '5.2,3.5'), /do not have the means that Basin saw/],
      [csv.replace('5.1,3.5', '5.1,'), /rows can be used/],
    ]
    for (const [content, complaint] of complaints) {
      await writeFile(changed, content)
      await expect(runs(language, fit, 'VVV-3-0', changed)).rejects.toThrowError(complaint)
    }
  })
})

describe('the script of a restart', () => {
  it('is written to a file as it is shown, but not over the data', async () => {
    const dataset = await bench.openText('small.csv', commas)
    const { fit } = await fitOf(dataset, { components: { from: 2, to: 2 }, restarts: 1 })
    const asked = { fit, restart: 'VVV-2-0', language: 'python' as const }
    const { text } = await bench.engine.script(asked)
    const { target, path } = bench.target('small.py')
    const written = await bench.engine.exportScript({ ...asked, target })
    expect(await readFile(path, 'utf8')).toBe(text)
    expect(written).toMatchObject({ file: 'small.py', bytes: Buffer.byteLength(text), warnings: [] })
    const over = bench.target('small.csv').target
    await expect(bench.engine.exportScript({ ...asked, target: over })).rejects.toMatchObject({
      code: 'target-unwritable',
    })
  })

  it('can be cancelled', async () => {
    const { fit } = await fitOf(iris, { columns: IRIS, restarts: 1 })
    const cancel = new AbortController()
    const call = bench.engine.script({ fit, restart: 'VVV-3-0', language: 'r' }, { signal: cancel.signal })
    cancel.abort()
    await expect(call).rejects.toMatchObject({ code: 'cancelled' })
  })

  it('is refused in words where the language lacks the model', async () => {
    const { fit } = await fitOf(iris, { columns: IRIS, restarts: 1, covariances: ['VEV'] })
    const call = bench.engine.script({ fit, restart: 'VEV-3-0', language: 'python' })
    await expect(call).rejects.toMatchObject({ code: 'not-available' })
  })
})
