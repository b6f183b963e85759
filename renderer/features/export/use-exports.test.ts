// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { effectScope } from 'vue'
import type { Engine } from '../../../contract/engine.ts'
import { datasetSummary, fitSummary, startFakeEngine } from '../../stores/fake-engine.ts'
import { useConsensusStore } from '../../stores/consensus.ts'
import { useDatasetStore } from '../../stores/dataset.ts'
import { useFitStore } from '../../stores/fit.ts'
import { useNoticesStore } from '../../stores/notices.ts'
import { useExports, type Exports } from './use-exports.ts'

const exportLabels = vi.fn<Engine['exportLabels']>()
const exportScript = vi.fn<Engine['exportScript']>()
const chooseTarget = vi.fn<(name: string, kind: string) => Promise<{ target: string; name: string } | null>>()
const targetBeside = vi.fn<(target: unknown) => Promise<{ target: string; name: string } | null>>()
const deliver = vi.fn(() => Promise.resolve())
const choices = {
  posteriors: false,
  agreement: false,
  status: false,
  spreadsheetSafe: false,
  provenance: false,
}

async function exportsOfAFit(): Promise<Exports> {
  const { connection } = await startFakeEngine({
    open: () => Promise.resolve(datasetSummary()),
    fit: () => Promise.resolve(fitSummary()),
    exportLabels,
    exportScript,
    script: () =>
      Promise.resolve({ text: 'print(1)', warnings: [{ code: 'script-goes-on', message: 'Nearly equal.' }] }),
  })
  Object.assign(connection.host, { chooseTarget, targetBeside, deliver })
  await useDatasetStore().open({ id: { grant: 'g' }, name: 'data.csv' })
  await useFitStore().run(fitSummary().settings)
  return effectScope().run(() => useExports()) as Exports
}
const said = () => useNoticesStore().notices.map(({ message }) => message)

beforeEach(() => {
  vi.clearAllMocks()
  chooseTarget.mockImplementation((name) => Promise.resolve({ target: `to ${name}`, name }))
  targetBeside.mockResolvedValue({ target: 'beside it', name: 'data-labelled.basin.json' })
  exportLabels.mockResolvedValue({ file: 'l.csv', rows: 100, bytes: 9, added: ['cluster'], warnings: [] })
  exportScript.mockResolvedValue({ file: 'd.R', rows: 0, bytes: 9, added: [], warnings: [] })
})

describe('taking labels away', () => {
  it('asks for one place, also where provenance is wanted beside it', async () => {
    const exports = await exportsOfAFit()
    await exports.labels({ ...choices, spreadsheetSafe: true })
    expect(exportLabels.mock.lastCall?.[0]).toEqual({
      fit: 'f1',
      restart: 'VVV-2-0',
      target: 'to data-labelled.csv',
      posteriors: false,
      spreadsheetSafe: true,
    })
    await exports.labels({ ...choices, provenance: true })
    expect(chooseTarget.mock.calls.map(([name]) => name)).toEqual(['data-labelled.csv', 'data-labelled.csv'])
    expect(targetBeside).toHaveBeenCalledExactlyOnceWith({
      target: 'to data-labelled.csv',
      name: 'data-labelled.csv',
    })
    expect(exportLabels.mock.lastCall?.[0]).toMatchObject({ provenance: 'beside it' })
    expect(deliver).toHaveBeenCalledTimes(3)
  })

  it('counts agreement over the solutions that Consensus takes as good', async () => {
    const exports = await exportsOfAFit()
    useConsensusStore().gap = 12
    await exports.labels({ ...choices, agreement: true })
    expect(exportLabels.mock.lastCall?.[0]).toMatchObject({ agreement: { gap: 12 } })
  })

  it('writes nothing where the file beside it may not be replaced', async () => {
    const exports = await exportsOfAFit()
    targetBeside.mockResolvedValueOnce(null)
    await exports.labels({ ...choices, provenance: true })
    expect(exportLabels).not.toHaveBeenCalled()
    expect(said()).toEqual([])
    expect(exports.writing.value).toBeNull()
  })
})

describe('taking a script away', () => {
  it('puts it on the clipboard and says what to know about it', async () => {
    const writeText = vi.fn(() => Promise.resolve())
    vi.stubGlobal('navigator', { clipboard: { writeText } })
    const exports = await exportsOfAFit()
    await exports.copyScript('python')
    vi.unstubAllGlobals()
    expect(writeText).toHaveBeenCalledWith('print(1)')
    expect(said()).toEqual(['The script for Python (scikit-learn) is on the clipboard. Nearly equal.'])
  })

  it('saves it under the ending of its language', async () => {
    const exports = await exportsOfAFit()
    await exports.saveScript('r')
    expect(chooseTarget).toHaveBeenCalledWith('data-fit.R', 'r')
    expect(exportScript.mock.lastCall?.[0]).toMatchObject({ language: 'r', target: 'to data-fit.R' })
  })
})
