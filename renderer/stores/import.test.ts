import { nextTick } from 'vue'
import { describe, expect, it, vi } from 'vitest'
import type { Engine } from '../../contract/engine.ts'
import { EngineError } from '../../contract/errors.ts'
import type { DatasetSummary, Warning } from '../../contract/views.ts'
import { useDatasetStore } from './dataset.ts'
import { column, datasetSummary, startFakeEngine } from './fake-engine.ts'
import { useImportStore } from './import.ts'
import { useSettingsStore } from './settings.ts'

const file = (name: string) => ({ id: { grant: name }, name })
const DOUBT: Warning = { code: 'ambiguous-decimal', message: 'Two ways.', column: 'x' }
const COLUMNS = [column(0, 'x'), column(1, 'y'), column(2, 'z')]

/** An engine that numbers what it reads; `doubtful.csv` warns, `known.csv` was chosen about before. */
async function setUp(changes: Partial<DatasetSummary> = {}) {
  let count = 0
  const open = vi.fn<Engine['open']>(({ source }) => {
    const name = 'grant' in source ? source.grant : ''
    return Promise.resolve(
      datasetSummary({
        dataset: `d${++count}`,
        file: name,
        columns: COLUMNS,
        warnings: name === 'clean.csv' ? [] : [DOUBT],
        remembered: name === 'known.csv' ? { dialect: { skip: 1 }, roles: { 0: 'keep', 2: 'ignore' } } : null,
        ...changes,
      }),
    )
  })
  const close = vi.fn<Engine['close']>(() => Promise.resolve(null))
  const remember = vi.fn<Engine['remember']>(() => Promise.resolve(null))
  const fake = await startFakeEngine({ open, close, remember })
  const closed = () => close.mock.calls.map(([{ dataset }]) => dataset)
  return { ...fake, open, closed, remember, dataset: useDatasetStore(), imports: useImportStore() }
}

describe('a file that could be read in another way', () => {
  it('is shown first, and opened when that is pressed; then it is remembered', async () => {
    const { dataset, imports, remember } = await setUp()
    await dataset.open(file('doubtful.csv'))
    expect(dataset.summary).toBeNull()
    expect(imports.pending?.summary.file).toBe('doubtful.csv')
    expect(await imports.take()).toBe(true)
    expect(dataset.summary?.file).toBe('doubtful.csv')
    expect(imports.pending).toBeNull()
    expect(remember.mock.calls[0]?.[0]).toEqual({ dataset: 'd1', dialect: {}, roles: {} })
  })

  it('opens at once where it was looked at before, as it was chosen then', async () => {
    const { dataset, imports } = await setUp()
    await dataset.open(file('known.csv'))
    expect(imports.pending).toBeNull()
    expect(dataset.columns.map(({ name }) => name)).toEqual(['x', 'y'])
    expect(useSettingsStore().form.columns).toEqual([1])
    imports.review()
    expect(imports.choices).toEqual({ skip: 1 })
    expect(imports.roles).toMatchObject({ 0: 'keep', 1: 'cluster', 2: 'ignore' })
  })

  it('leaves what is open alone until it is taken, and is let go when it is not', async () => {
    const { dataset, imports, closed } = await setUp()
    await dataset.open(file('clean.csv'))
    await dataset.open(file('doubtful.csv'))
    await imports.choose({ decimal: ',' })
    expect(dataset.summary?.file).toBe('clean.csv')
    imports.cancel()
    expect(dataset.summary?.dataset).toBe('d1')
    await vi.waitFor(() => expect(closed()).toEqual(['d2', 'd3']))
  })
})

it('a look at the open file can begin with a warning, and a later one begins without', async () => {
  const { dataset, imports } = await setUp()
  await dataset.open(file('doubtful.csv'))
  await imports.take()
  imports.review(DOUBT)
  await nextTick()
  expect(imports.followed).toEqual(DOUBT)
  imports.cancel()
  await nextTick()
  expect(imports.followed).toBeNull()
})

it('a clean file opens without a look', async () => {
  const { dataset, imports } = await setUp()
  expect(await dataset.open(file('clean.csv'))).toBe(true)
  expect(imports.pending).toBeNull()
})

describe('what is chosen', () => {
  it('adds up and is read again, and all of it is remembered', async () => {
    const { dataset, imports, open, remember, closed } = await setUp()
    await dataset.open(file('doubtful.csv'))
    await imports.choose({ header: false })
    await imports.chooseFormat(1, { decimal: ',', thousands: '.' })
    const dialect = { header: false, columns: [{ index: 1, decimal: ',', thousands: '.' }] }
    expect(open.mock.calls.at(-1)?.[0]).toMatchObject({ dialect })
    await imports.take()
    expect(remember.mock.calls[0]?.[0]).toMatchObject({ dataset: 'd3', dialect })
    await vi.waitFor(() => expect(closed()).toEqual(['d1', 'd2']))
    imports.review()
    await imports.detect()
    expect(imports.choices).toEqual({})
  })

  it('that is refused says why, and the file stays as it was read before', async () => {
    const { dataset, imports, open } = await setUp()
    await dataset.open(file('doubtful.csv'))
    open.mockRejectedValueOnce(new EngineError('no-numeric-column', 'No numbers.', 'Choose another.'))
    await imports.choose({ delimiter: '|' })
    expect(imports.failure?.message).toBe('No numbers.')
    expect(imports.choices).toEqual({})
    expect(imports.pending?.summary.dataset).toBe('d1')
    await imports.choose({ delimiter: ';' })
    expect(imports.failure).toBeNull()
  })

  it('later is read, whatever an earlier reading says when it comes', async () => {
    const { dataset, imports, open, closed } = await setUp()
    await dataset.open(file('doubtful.csv'))
    let arrive: (summary: DatasetSummary) => void = () => undefined
    open.mockImplementationOnce(() => new Promise((resolve) => (arrive = resolve)))
    const first = imports.choose({ delimiter: '|' })
    await imports.choose({ delimiter: ';' })
    arrive(datasetSummary({ dataset: 'late' }))
    await first
    expect(imports.choices).toEqual({ delimiter: ';' })
    expect(imports.pending?.summary.dataset).toBe('d2')
    await vi.waitFor(() => expect(closed()).toContain('late'))
  })

  it('of single columns ends with another delimiter, and stays with another decimal mark', async () => {
    const { dataset, imports } = await setUp()
    await dataset.open(file('doubtful.csv'))
    await imports.chooseFormat(1, { decimal: ',', thousands: '' })
    await imports.choose({ decimal: ',' })
    expect(imports.choices.columns).toHaveLength(1)
    await imports.choose({ delimiter: ';' })
    expect(imports.choices).toEqual({ decimal: ',', delimiter: ';' })
  })
})

describe('the look at an open file', () => {
  it('reads nothing again, and its roles are the ticks', async () => {
    const { dataset, imports, open } = await setUp()
    await dataset.open(file('clean.csv'))
    const settings = useSettingsStore()
    settings.tick(1, false)
    imports.review()
    expect(imports.roles).toMatchObject({ 0: 'cluster', 1: 'keep', 2: 'cluster' })
    imports.setRole(1, 'cluster')
    imports.setRole(0, 'label')
    imports.setRole(2, 'ignore')
    await imports.take()
    expect(open).toHaveBeenCalledOnce()
    expect(settings.form.columns).toEqual([1])
    expect(dataset.columns.map(({ name }) => name)).toEqual(['x', 'y'])
  })

  it('has one label and one weight at most', async () => {
    const { dataset, imports } = await setUp()
    await dataset.open(file('doubtful.csv'))
    imports.setRole(0, 'weight')
    imports.setRole(1, 'weight')
    expect(imports.roles).toMatchObject({ 0: 'keep', 1: 'weight' })
  })

  it('says which column weighs the rows of a fit, which what is chosen in the settings says back', async () => {
    const { dataset, imports } = await setUp()
    const settings = useSettingsStore()
    await dataset.open(file('doubtful.csv'))
    imports.setRole(0, 'weight')
    await imports.take()
    expect(settings.form.weights).toBe('0')
    expect(settings.form.columns).not.toContain(0)
    settings.weighBy(1)
    imports.review()
    expect(imports.roles).toMatchObject({ 0: 'keep', 1: 'weight' })
  })

  it('is closed by an engine that dies', async () => {
    const { dataset, imports, die } = await setUp()
    await dataset.open(file('doubtful.csv'))
    die()
    await vi.waitFor(() => expect(imports.pending).toBeNull())
  })
})
