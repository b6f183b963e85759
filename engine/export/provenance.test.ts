import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import * as v from 'valibot'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ModelSource } from '../../contract/schemas.ts'
import { openBench, settingsOf, type Bench } from '../fixtures/bench.ts'

let bench: Bench
beforeAll(async () => {
  bench = await openBench(2)
})
afterAll(() => bench.close())

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const csv = 'id;a;b\nx;1,5;2\ny;2;1\nz;;4\nv;4;x\nu;3;5,5\nt;1;3\ns;2;2\nr;5;1\nq;6;2\np;7;1\no;8;0\nn;2;2\n'

async function exported(name: string) {
  const { dataset } = await bench.openText(`${name}.csv`, csv)
  const settings = settingsOf({ columns: [1, 2], components: { from: 1, to: 1 }, scaling: 'standardise' })
  const { fit, solutions } = await bench.engine.fit({ dataset, settings })
  const labelled = bench.target(`${name}-out.csv`)
  const beside = bench.target(`${name}-out.basin.json`)
  const asked = { fit, restart: solutions[0].restarts[0], posteriors: false, target: labelled.target }
  return { dataset, settings, labelled, beside, asked, solutions }
}

describe('the provenance of labels', () => {
  it('says which file, read how, which columns, which model from which restart, and what was written', async () => {
    const { labelled, beside, asked, solutions } = await exported('whole')
    const view = await bench.engine.exportLabels({ ...asked, provenance: beside.target })
    const record = JSON.parse(await readFile(beside.path, 'utf8')) as object
    expect(record).toMatchObject({
      format: 'basin.provenance',
      version: 1,
      writer: 'Basin 0.0.0',
      data: {
        file: 'whole.csv',
        bytes: csv.length,
        sha256: sha256(Buffer.from(csv)),
        compression: null,
        rows: 12,
        rowsUsed: 10,
        rowsDropped: 2,
        rejectedCells: 1,
        rejectedBy: { text: 1 },
        dialect: { delimiter: ';', decimal: ',', encoding: 'utf-8', header: true },
        columns: [
          { name: 'id', role: 'keep' },
          { name: 'a', role: 'cluster', format: { decimal: ',' } },
          { name: 'b', role: 'cluster' },
        ],
      },
      preparation: { scaling: 'standardise', missing: 'drop' },
      settings: { columns: ['a', 'b'], components: '1', restarts: 5, seed: 1, delimiter: ';', decimal: ',' },
      model: { format: 'basin.model', columns: ['a', 'b'], scaling: 'standardise', weights: [1] },
      restart: {
        id: 'VVV-1-0',
        masterSeed: 1,
        status: 'converged',
        logLikelihood: solutions[0].logLikelihood,
        solution: 'VVV-1-A',
        hits: 5,
      },
      diagnosis: [],
      labels: {
        file: 'whole-out.csv',
        bytes: view.bytes,
        sha256: sha256(await readFile(labelled.path)),
        added: ['cluster', 'uncertainty', 'log_density'],
        spreadsheetSafe: false,
      },
    })
  })

  it('is a model to score by, and scoring writes the same labels', async () => {
    const { dataset, labelled, beside, asked } = await exported('again')
    await bench.engine.exportLabels({ ...asked, provenance: beside.target })
    const read = v.parse(ModelSource, JSON.parse(await readFile(beside.path, 'utf8')))
    const model = read.format === 'basin.model' ? read : read.model
    const again = bench.target('again-scored.csv')
    const record = bench.target('again-scored.basin.json')
    await bench.engine.score({
      dataset,
      model,
      target: again.target,
      posteriors: false,
      provenance: record.target,
    })
    expect(await readFile(again.path, 'utf8')).toBe(await readFile(labelled.path, 'utf8'))
    expect(JSON.parse(await readFile(record.path, 'utf8'))).toMatchObject({
      format: 'basin.provenance',
      settings: null,
      restart: null,
      diagnosis: null,
      model: { weights: model.weights, formats: model.formats },
      labels: { file: 'again-scored.csv' },
    })
  })

  it('that cannot be written leaves no labels either', async () => {
    const { labelled, asked } = await exported('neither')
    const { target } = bench.target('no-such-folder/neither.basin.json')
    const call = bench.engine.exportLabels({ ...asked, provenance: target })
    await expect(call).rejects.toMatchObject({ code: 'target-unwritable' })
    expect(await readdir(bench.folder)).not.toContain(basename(labelled.path))
  })

  it('stands beside the labels or both are absent, whenever it is cancelled', async () => {
    const { asked } = await exported('cancel')
    for (let wait = 0; wait < 24; wait++) {
      const stopper = new AbortController()
      const [labels, record] = [`cut-${wait}.csv`, `cut-${wait}.json`]
      const call = bench.engine.exportLabels(
        { ...asked, target: bench.target(labels).target, provenance: bench.target(record).target },
        { signal: stopper.signal },
      )
      setTimeout(() => stopper.abort(), wait / 2)
      const done = await call.then(
        () => true,
        () => false,
      )
      const there = (await readdir(bench.folder)).filter((name) => name.includes(`cut-${wait}.`))
      expect(there.sort()).toEqual(done ? [labels, record] : [])
    }
  })

  it('holds a start of the own whole, so that the fit can be repeated', async () => {
    const { dataset, settings, beside, asked } = await exported('start')
    const start = { labels: new Array<number>(12).fill(1) }
    const { fit, solutions } = await bench.engine.fit({ dataset, settings: { ...settings, start } })
    const restart = solutions[0].restarts[0]
    await bench.engine.exportLabels({ ...asked, fit, restart, provenance: beside.target })
    expect(JSON.parse(await readFile(beside.path, 'utf8'))).toMatchObject({
      settings: { start: 'labels', init: 'given' },
      restart: { start },
    })
  })

  it('says what is wrong with the restart, with the lines at fault', async () => {
    const { dataset, settings, beside, asked } = await exported('wrong')
    const components = { from: 2, to: 2 }
    const { fit, solutions } = await bench.engine.fit({ dataset, settings: { ...settings, components } })
    const restart = solutions[0].restarts[0]
    await bench.engine.exportLabels({ ...asked, fit, restart, provenance: beside.target })
    const { diagnosis } = JSON.parse(await readFile(beside.path, 'utf8')) as {
      diagnosis: { code: string; components: number[]; rows: number; lines: number[]; message: string }[]
    }
    const few = diagnosis.find(({ code }) => code === 'spurious')
    expect(few?.message).toMatch(/^Component 2 holds only about .* of 10 rows\./)
    expect(few?.components).toEqual([2])
    expect(few?.lines).toHaveLength(few?.rows ?? 0)
  })

  it('is written neither over the file that is read nor over the labels', async () => {
    const { asked } = await exported('over')
    const source = bench.target('over.csv').target
    const labels = bench.target('over-out.csv').target
    for (const provenance of [source, labels])
      await expect(bench.engine.exportLabels({ ...asked, provenance })).rejects.toMatchObject({
        code: 'target-unwritable',
      })
    expect(await readdir(bench.folder)).not.toContain('over-out.csv')
  })
})
