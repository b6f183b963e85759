import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ModelFile } from '../contract/schemas.ts'
import { openBench, settingsOf, type Bench } from './fixtures/bench.ts'

let bench: Bench
beforeAll(async () => {
  bench = await openBench(2)
})
afterAll(() => bench.close())

/** The model of Old Faithful's best solution, as it is saved, and its log-likelihood. */
async function savedModel(): Promise<ModelFile> {
  const { dataset } = await bench.openSample('old-faithful')
  const { fit, solutions } = await bench.engine.fit({ dataset, settings: settingsOf() })
  const { target, path } = bench.target('model.json')
  await bench.engine.exportModel({ fit, restart: solutions[0].restarts[0], target })
  return JSON.parse(await readFile(path, 'utf8')) as ModelFile
}

describe('scoring by a saved model', () => {
  it('gives the log-likelihood of the fit on the data of the fit', async () => {
    const model = await savedModel()
    const { dataset } = await bench.openSample('old-faithful')
    const score = await bench.engine.score({ dataset, model, posteriors: false })
    expect(score).toMatchObject({ rows: 272, rowsUsed: 272, sizes: [175, 97], warnings: [], exported: null })
    expect(score.logLikelihood).toBeCloseTo(model.logLikelihood, 8)
  })

  it('finds the columns by name, wherever they stand, and counts the rows it could not label', async () => {
    const model = await savedModel()
    const { dataset } = await bench.openText('new.csv', 'waiting,id,eruptions\n80,x,4.3\n,y,2\n54,z,2.0\n')
    const { target, path } = bench.target('scored.csv')
    const score = await bench.engine.score({ dataset, model, posteriors: true, target })
    expect(score).toMatchObject({
      rowsUsed: 2,
      sizes: [1, 1],
      warnings: [
        { code: 'extra-columns', message: expect.stringMatching(/“id”/) as string, count: 1 },
        { code: 'rows-dropped', count: 1 },
      ],
    })
    expect(score.exported?.added).toHaveLength(5)
    const clusters = (await readFile(path, 'utf8')).split('\n').map((line) => line.split(',')[3])
    expect(clusters.slice(0, 4)).toEqual(['cluster', '1', '', '2'])
  })

  it.each([
    ['a column that the file lacks', { columns: ['eruptions', 'height'] }, /needs a column “height”/],
    [
      'columns that the file lacks, all by name',
      { columns: ['height', 'weight'] },
      /needs the columns “height”, “weight”, which/,
    ],
    [
      'weights that do not sum to 1',
      { weights: [0.5, 0.6] },
      /The model must have weights above 0 that sum to 1/,
    ],
    ['means of another dimension', { means: [[1], [2]] }, /does not have 2 numbers per mean/],
  ])('is refused in words for %s', async (_, changes, message) => {
    const model = { ...(await savedModel()), ...changes }
    const { dataset } = await bench.openSample('old-faithful')
    await expect(bench.engine.score({ dataset, model, posteriors: false })).rejects.toThrowError(message)
  })

  it('is refused for a column that is there but holds no numbers', async () => {
    const model = await savedModel()
    const { dataset } = await bench.openText('text.csv', 'waiting,eruptions\n80,x\n70,y\n54,z\n')
    await expect(bench.engine.score({ dataset, model, posteriors: false })).rejects.toMatchObject({
      code: 'model-mismatch',
      message: expect.stringMatching(
        /needs numbers in the column “eruptions”, which does not hold/,
      ) as string,
      column: 'eruptions',
    })
  })

  it('says where a column has another unit than where the model was fitted', async () => {
    const model = await savedModel()
    const formats = ['', '€'].map((unit) => ({ decimal: '.' as const, thousands: '' as const, unit }))
    const { dataset } = await bench.openSample('old-faithful')
    const { warnings } = await bench.engine.score({
      dataset,
      model: { ...model, formats },
      posteriors: false,
    })
    expect(warnings).toMatchObject([{ code: 'other-units', column: 'waiting' }])
    expect(warnings[0].message).toMatch(/was in € .* and is without a unit here/)
  })
})
