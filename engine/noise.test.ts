import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { NOISE_LABEL } from '../core/mixture/partition.ts'
import type { FitSettings, ModelFile } from '../contract/schemas.ts'
import { openBench, settingsOf, type Bench } from './fixtures/bench.ts'

let bench: Bench
beforeAll(async () => {
  bench = await openBench(2)
})
afterAll(() => bench.close())

const text = () => readFile(new URL('../core/mixture/reference/noise.csv', import.meta.url), 'utf8')

async function fitted(changes: Partial<FitSettings> = {}) {
  const { dataset } = await bench.openText('noise.csv', await text())
  const summary = await bench.engine.fit({
    dataset,
    settings: settingsOf({ noise: true, restarts: 8, ...changes }),
  })
  const best = summary.solutions[0]
  return { dataset, summary, best, asked: { fit: summary.fit, restart: best.restarts[0] } }
}

describe('a fit with noise', () => {
  it('finds what mclust finds from the true groups, with two parameters more', async () => {
    const { best, asked } = await fitted()
    // me() of mclust 6 with Vinv: log-likelihood -800.855455, BIC -1671.828068 in its sign, 13 parameters.
    expect(best.logLikelihood).toBeCloseTo(-800.85545, 4)
    expect(best.bic).toBeCloseTo(1671.82807, 4)
    expect(best.parameters).toBe(13)
    const { noise, sizes, weights } = await bench.engine.model(asked)
    expect(noise?.weight).toBeCloseTo(0.081575, 4)
    expect(weights.reduce((sum, weight) => sum + weight, noise?.weight ?? 0)).toBeCloseTo(1, 12)
    expect(sizes.reduce((sum, size) => sum + size, noise?.size ?? 0)).toBe(220)
  })

  it('gives the same bits on any number of threads, and in a race with refinements', async () => {
    const one = await openBench(1)
    const { dataset } = await one.openText('noise.csv', await text())
    const settings = settingsOf({
      noise: true,
      restarts: 8,
      refinements: 6,
      strategy: 'race',
      components: { from: 2, to: 3 },
      acceleration: 'squarem',
    })
    const alone = await one.engine.fit({ dataset, settings })
    const { summary } = await fitted(settings)
    expect(summary.solutions.map(({ logLikelihood }) => logLikelihood)).toEqual(
      alone.solutions.map(({ logLikelihood }) => logLikelihood),
    )
    await one.close()
  })

  it('labels noise 254 on the plots and 0 in files, with its responsibility', async () => {
    const { asked } = await fitted()
    const { labels } = await bench.engine.labels({ ...asked, limit: 1000 })
    const stray = labels.filter((label) => label === NOISE_LABEL).length
    expect(stray).toBe((await bench.engine.model(asked)).noise?.size)
    expect(stray).toBeGreaterThan(10)
    const { target, path } = bench.target('noise-labels.csv')
    const { added } = await bench.engine.exportLabels({ ...asked, target, posteriors: true })
    expect(added.slice(3)).toEqual(['posterior_1', 'posterior_2', 'posterior_noise'])
    const rows = (await readFile(path, 'utf8')).trim().split('\n').slice(1)
    const cells = rows.map((row) => row.split(',').slice(2).map(Number))
    expect(cells.filter(([cluster]) => cluster === 0)).toHaveLength(stray)
    for (const [cluster, doubt, , a, b, noise] of cells) {
      expect(a + b + noise).toBeCloseTo(1, 10)
      expect(doubt).toBeCloseTo(1 - [noise, a, b][cluster], 10)
    }
  })

  it('is in the report and in the model, which labels rows alike', async () => {
    const { dataset, best, asked, summary } = await fitted()
    const report = bench.target('noise-report.json')
    await bench.engine.exportReport({ fit: summary.fit, target: report.target })
    const written = JSON.parse(await readFile(report.path, 'utf8')) as {
      settings: { noise: boolean }
      solutions: { noise: { weight: number; logVolume: number } }[]
    }
    expect(written.settings.noise).toBe(true)
    expect(written.solutions[0].noise.logVolume).toBeCloseTo(6.123863, 5)
    const file = bench.target('noise-model.json')
    await bench.engine.exportModel({ ...asked, target: file.target })
    const model = JSON.parse(await readFile(file.path, 'utf8')) as ModelFile
    const score = await bench.engine.score({ dataset, model, posteriors: false })
    const known = await bench.engine.model(asked)
    expect(score.logLikelihood).toBeCloseTo(best.logLikelihood, 8)
    expect(score).toMatchObject({ rowsUsed: 220, sizes: known.sizes, noise: known.noise?.size })
    const [labelled, scored] = [bench.target('noise-fit.csv'), bench.target('noise-score.csv')]
    await bench.engine.exportLabels({ ...asked, posteriors: true, target: labelled.target })
    await bench.engine.score({ dataset, model, posteriors: true, target: scored.target })
    const rows = await readFile(scored.path, 'utf8')
    expect(rows).toBe(await readFile(labelled.path, 'utf8'))
    expect(rows.split('\n').filter((line) => line.split(',')[2] === '0')).toHaveLength(known.noise?.size ?? 0)
    const heavy = { ...model, noise: { weight: 0.5, logVolume: 6 } }
    await expect(bench.engine.score({ dataset, model: heavy, posteriors: false })).rejects.toMatchObject({
      message: expect.stringContaining('sum to 1') as string,
    })
  })

  it('is played, compared and selected with its noise', async () => {
    const { summary, asked } = await fitted({ components: { from: 2, to: 3 } })
    const kept = await bench.engine.replay(asked)
    const last = kept.iterations.at(-1) ?? 0
    const frame = await bench.engine.frame({ ...asked, iteration: last, limit: 1000 })
    const model = await bench.engine.model(asked)
    expect(frame.model.noise?.weight).toBeCloseTo(model.noise?.weight ?? NaN, 12)
    expect(frame.model.sizes).toEqual(model.sizes)
    const other = summary.solutions.find(({ components }) => components === 3)?.restarts[0] ?? ''
    const pair = { fit: summary.fit, left: asked.restart, right: other }
    const { contingency } = await bench.engine.compare(pair)
    const counted = contingency.flat().reduce((sum, count) => sum + count, 0)
    expect(counted).toBeLessThanOrEqual(220 - (model.noise?.size ?? 0))
    const same = await bench.engine.changes({ ...pair, right: asked.restart })
    expect(same.changed).toBe(0)
    const mask = new Uint8Array(28).fill(255)
    mask[27] = 0x0f
    const tally = await bench.engine.tally({ ...asked, mask })
    expect(tally).toEqual({ sizes: model.sizes, noise: model.noise?.size, unused: 0 })
    const agreement = await bench.engine.agreement({ ...asked, gap: 0, limit: 1000 })
    expect(Math.min(...agreement.drawn)).toBe(1)
  })

  it('is kept in a session', async () => {
    const { dataset, summary, asked } = await fitted()
    const { target, path } = bench.target('noise.basin')
    await bench.engine.saveSession({ dataset, fits: [summary.fit], view: {}, target })
    const opened = await bench.engine.openSession({ grant: bench.grants.addFile(path).grant })
    const again = await bench.engine.model({ ...asked, fit: opened.fits[0].summary.fit })
    expect(again.noise).toEqual((await bench.engine.model(asked)).noise)
  })

  it('starts from labels of which 0 is noise', async () => {
    const labels = Array.from({ length: 220 }, (_, row) => (row < 100 ? 1 : row < 200 ? 2 : 0))
    const { best } = await fitted({ start: { labels }, restarts: 1 })
    expect(best.logLikelihood).toBeCloseTo(-800.85545, 4)
  })

  it('starts from the parameters of a model with noise, with noise and without', async () => {
    const { summary, asked } = await fitted()
    const { target, path } = bench.target('noise-start.json')
    await bench.engine.exportModel({ ...asked, target })
    const start = JSON.parse(await readFile(path, 'utf8')) as NonNullable<FitSettings['start']>
    const again = await fitted({ start, restarts: 1 })
    expect(again.best.logLikelihood).toBeCloseTo(summary.solutions[0].logLikelihood, 5)
    expect(again.summary.restarts[0].iterations).toBeLessThan(20)
    expect((await fitted({ start, restarts: 1, noise: false })).best.logLikelihood).toBeLessThan(
      summary.solutions[0].logLikelihood,
    )
  })

  it('has its rows selected as those of a cluster are; one without noise has none', async () => {
    const { asked } = await fitted()
    const { noise } = await bench.engine.model(asked)
    expect((await bench.engine.select({ kind: 'noise', ...asked })).count).toBe(noise?.size)
    const { asked: plain } = await fitted({ noise: false })
    await expect(bench.engine.select({ kind: 'noise', ...plain })).rejects.toMatchObject({
      code: 'invalid-input',
      message: expect.stringContaining('has no noise component') as string,
    })
  })

  it('is extended from what it came to', async () => {
    const { summary, asked } = await fitted({ maxIterations: 3, restarts: 2 })
    const extended = await bench.engine.extend({
      fit: summary.fit,
      more: { kind: 'continue', restart: asked.restart, tolerance: 1e-8, maxIterations: 500 },
    })
    const found = extended.restarts.find(({ id }) => id === asked.restart)
    expect(found?.state).toBe('converged')
    expect(found?.logLikelihood ?? NaN).toBeGreaterThan(summary.solutions[0].logLikelihood - 1e-9)
  })
})

describe('noise that cannot be', () => {
  it('is refused where the rows have no volume', async () => {
    const line = `x,y\n${Array.from({ length: 20 }, (_, row) => `${row},${2 * row + 1}`).join('\n')}\n`
    const { dataset } = await bench.openText('line.csv', line)
    await expect(
      bench.engine.fit({
        dataset,
        settings: settingsOf({ noise: true, regularisation: { kind: 'relative', value: 1e-6 } }),
      }),
    ).rejects.toMatchObject({ message: expect.stringContaining('no volume to fill') as string })
  })

  it('is refused beside rows with gaps', async () => {
    await expect(fitted({ missing: 'em' })).rejects.toMatchObject({
      message: expect.stringContaining('beside a noise component') as string,
    })
  })

  it.each(['python', 'r'] as const)('has no script: %s', async (language) => {
    const { asked } = await fitted()
    await expect(bench.engine.script({ ...asked, language })).rejects.toMatchObject({ code: 'not-available' })
  })

  it('keeps its components from being merged', async () => {
    const { asked } = await fitted()
    await expect(bench.engine.merge(asked)).rejects.toMatchObject({
      code: 'not-available',
      message: expect.stringContaining('noise') as string,
    })
  })
})
