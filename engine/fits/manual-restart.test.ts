import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ManualStart } from '../../contract/extension.ts'
import { addRow, noRows } from '../../contract/row-mask.ts'
import type { FitSummary } from '../../contract/views.ts'
import { openBench, settingsOf, type Bench } from '../fixtures/bench.ts'

let bench: Bench
let before: FitSummary
let dataset: string
const settings = settingsOf({ columns: [0, 1, 2, 3], components: { from: 2, to: 2 }, restarts: 4 })
beforeAll(async () => {
  bench = await openBench(2)
  ;({ dataset } = await bench.openSample('iris'))
})
afterAll(() => bench.close())

async function began(start: ManualStart, components: number, covariance: 'VVV' | 'EEE' = 'VVV') {
  before = await bench.engine.fit({ dataset, settings })
  const more = { kind: 'manual', components, covariance, start } as const
  return await bench.engine.extend({ fit: before.fit, more })
}
const species = Uint8Array.from({ length: 150 }, (_, row) => 1 + Math.floor(row / 50))

describe('a restart from a start of the person’s own', () => {
  it('stands beside the others, in a cell of its own where there is none, and is no hit', async () => {
    const after = await began({ labels: species }, 3)
    expect(after.restarts.slice(0, 4)).toEqual(before.restarts)
    expect(after.restarts[4]).toMatchObject({
      id: 'VVV-3-given-0',
      initialisation: 'given',
      manual: true,
      state: 'converged',
      solution: 'VVV-3-A',
    })
    expect(after.solutions.find(({ id }) => id === 'VVV-3-A')).toMatchObject({
      kind: 'best',
      hits: 0,
      hitsBy: [],
      restarts: ['VVV-3-given-0'],
    })
    expect(after.unseen.map(({ components, restarts }) => [components, restarts])).toEqual([
      [2, 4],
      [3, 0],
    ])
    expect(after.extensions).toEqual([{ kind: 'manual', restart: 'VVV-3-given-0', stopped: false }])
  })

  it('gives what a fit from the same labels gives', async () => {
    const after = await began({ labels: species }, 3)
    const given = await bench.engine.fit({
      dataset,
      settings: { ...settings, components: { from: 3, to: 3 }, start: { labels: [...species] } },
    })
    expect(after.restarts[4].logLikelihood).toBe(given.restarts[0].logLikelihood)
  })

  it('begins from a column of the file', async () => {
    const after = await began({ column: 4 }, 3)
    const labelled = await began({ labels: species }, 3)
    expect(after.restarts[4].logLikelihood).toBeCloseTo(labelled.restarts[4].logLikelihood!, 9)
  })

  it('has no component for a value that only rows hold which the fit leaves out', async () => {
    const lines = Array.from({ length: 60 }, (_, i) => {
      const far = i % 3 === 0 ? 0 : 90
      return i === 7
        ? '1,,odd'
        : `${far + ((i * 7) % 11)},${(i * 5) % 13},${i === 9 ? '' : far === 0 ? 'near' : 'far'}`
    })
    const opened = await bench.openText('gap.csv', `a,b,kind\n${lines.join('\n')}\n`)
    const two = settingsOf({ components: { from: 1, to: 1 }, restarts: 1 })
    const { fit } = await bench.engine.fit({ dataset: opened.dataset, settings: two })
    const more = { kind: 'manual', components: 3, covariance: 'VVV', start: { column: 2 } } as const
    const after = await bench.engine.extend({ fit, more })
    const { id, components, state } = after.restarts[1]
    expect([id, components, state]).toEqual(['VVV-2-given-0', 2, 'converged'])
    expect((await bench.engine.model({ fit, restart: id })).sizes).toEqual([39, 20])
  })

  it('begins from a column of many texts, as many as there can be components', async () => {
    const lines = Array.from({ length: 600 }, (_, i) => {
      const group = i % 30
      return `${50 * (group % 6) + ((i * 7) % 11)},${70 * Math.floor(group / 6) + ((i * 5) % 13)},group ${group}`
    })
    const opened = await bench.openText('groups.csv', `a,b,kind\n${lines.join('\n')}\n`)
    const one = settingsOf({ components: { from: 1, to: 1 }, restarts: 1 })
    const { fit } = await bench.engine.fit({ dataset: opened.dataset, settings: one })
    const more = { kind: 'manual', components: 30, covariance: 'EII', start: { column: 2 } } as const
    const after = await bench.engine.extend({ fit, more })
    expect(after.restarts[1]).toMatchObject({ id: 'EII-30-given-0', state: 'converged' })
    expect((await bench.engine.model({ fit, restart: 'EII-30-given-0' })).sizes).toEqual(Array(30).fill(20))
  })

  it('begins from selected rows beside the clusters of another restart, and beside the rest', async () => {
    const selection = noRows(150)
    for (let row = 100; row < 150; row++) addRow(selection, row)
    const beside = await began({ selection, rest: 'VVV-2-0' }, 3)
    const labelled = await began({ labels: species }, 3)
    expect(beside.restarts[4].logLikelihood).toBeCloseTo(labelled.restarts[4].logLikelihood!, 6)
    const alone = await began({ selection, rest: null }, 2)
    expect(alone.restarts[4]).toMatchObject({ id: 'VVV-2-given-0', state: 'converged' })
    expect(alone.solutions.map(({ hits }) => hits).reduce((sum, hits) => sum + hits)).toBe(4)
  })

  it('leaves rows without a label to the E-step', async () => {
    const some = species.map((label, row) => (row % 2 === 0 ? label : 0))
    const after = await began({ labels: some }, 3)
    const labelled = await began({ labels: species }, 3)
    expect(after.restarts[4].logLikelihood).toBeCloseTo(labelled.restarts[4].logLikelihood!, 6)
  })

  it('counts on, and belongs to the cell that is there', async () => {
    await began({ labels: species }, 3)
    const more = { kind: 'manual', components: 3, covariance: 'VVV', start: { column: 4 } } as const
    const again = await bench.engine.extend({ fit: before.fit, more })
    expect(again.restarts.slice(4).map(({ id }) => id)).toEqual(['VVV-3-given-0', 'VVV-3-given-1'])
    const three = again.solutions.filter(({ components }) => components === 3)
    expect(three.map(({ restarts }) => restarts)).toEqual([['VVV-3-given-0', 'VVV-3-given-1']])
  })

  it('is repeated by its provenance and its script', async () => {
    const { fit } = await began({ labels: species }, 3)
    const labelled = bench.target('manual.csv')
    const record = bench.target('manual.basin.json')
    const restart = 'VVV-3-given-0'
    await bench.engine.exportLabels({
      fit,
      restart,
      target: labelled.target,
      posteriors: false,
      provenance: record.target,
    })
    const provenance = JSON.parse(await readFile(record.path, 'utf8')) as object
    expect(provenance).toMatchObject({
      extensions: [{ kind: 'manual', restart }],
      restart: { id: restart, init: 'given', start: { labels: [...species] } },
    })
    const { warnings } = await bench.engine.script({ fit, restart, language: 'python' })
    expect(warnings).toEqual([])
  })

  it.each([
    ['too few labels', { labels: Uint8Array.of(1, 2) }, 2, /There are 2 labels, but the file has 150 rows/],
    ['other components', { labels: species }, 2, /has 3 components, but 2 were asked for/],
    ['a component without rows', { labels: species }, 4, /No row used has label 4/],
    ['numbers of many values', { column: 0 }, 3, /has 35 components, but 3 were asked for/],
    ['a column that is not there', { column: 9 }, 3, /The file has 5 columns/],
    ['a selection of another file', { selection: noRows(20), rest: null }, 2, /not of the 150 rows/],
    ['a selection and more', { selection: noRows(150), rest: null }, 3, /makes 2, but 3 were asked for/],
    ['an unknown rest', { selection: noRows(150), rest: 'VVV-2-77' }, 3, /has no restart/],
  ] satisfies [string, ManualStart, number, RegExp][])(
    'is refused in words: %s',
    async (_, start, components, message) => {
      await expect(began(start, components)).rejects.toMatchObject({
        message: expect.stringMatching(message) as string,
      })
      expect(await bench.engine.model({ fit: before.fit, restart: 'VVV-2-0' })).toBeDefined()
    },
  )
})
