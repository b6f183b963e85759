import { describe, expect, it, vi } from 'vitest'
import type { Engine } from '../../contract/engine.ts'
import { EngineError } from '../../contract/errors.ts'
import { useDatasetStore } from './dataset.ts'
import { useEngineStore } from './engine.ts'
import { column, datasetSummary, startFakeEngine } from './fake-engine.ts'
import { useNoticesStore } from './notices.ts'
import { useSettingsStore } from './settings.ts'

const file = (name: string) => ({ id: { grant: name }, name })
const refuse = () =>
  Promise.reject(new EngineError('file-empty', 'The file is empty.', 'Choose another file.'))

async function setUp(open: Engine['open']) {
  const close = vi.fn<Engine['close']>(() => Promise.resolve(null))
  const fake = await startFakeEngine({ open, close })
  return { ...fake, close, dataset: useDatasetStore(), notices: useNoticesStore() }
}

describe('opening', () => {
  it('a file that cannot be read leaves open what was open, and says what to do', async () => {
    const open = vi
      .fn<Engine['open']>()
      .mockResolvedValueOnce(datasetSummary({ file: 'good.csv' }))
      .mockImplementationOnce(refuse)
    const { dataset, notices } = await setUp(open)
    expect(await dataset.open(file('good.csv'))).toBe(true)
    expect(await dataset.open(file('empty.csv'))).toBe(false)
    expect(dataset.summary?.file).toBe('good.csv')
    expect(dataset.source?.name).toBe('good.csv')
    expect(notices.notices).toMatchObject([{ message: 'The file is empty.', remedy: 'Choose another file.' }])
    expect(dataset.opening).toBeNull()
  })

  it('a refused file is read another way, and looked at before it is opened', async () => {
    const unclosed = new EngineError('file-unreadable', 'A quote is never closed.', 'Close it.', { line: 22 })
    const open = vi
      .fn<Engine['open']>()
      .mockRejectedValueOnce(unclosed)
      .mockRejectedValueOnce(new EngineError('no-numeric-column', 'No numbers.', 'Look again.'))
      .mockResolvedValueOnce(datasetSummary({ file: 'a' }))
    const { dataset, notices } = await setUp(open)
    await dataset.open(file('a'))
    expect(dataset.refused).toBeNull()
    notices.notices[0]?.action?.act()
    expect(dataset.refused).toMatchObject({ error: { code: 'file-unreadable' }, choices: {} })
    await dataset.tryAgain({ quote: "'" })
    expect(dataset.refused).toMatchObject({ error: { code: 'no-numeric-column' }, choices: { quote: "'" } })
    expect(notices.notices).toEqual([])
    expect(await dataset.tryAgain({ quote: '' })).toBe(true)
    expect(dataset.refused).toBeNull()
    expect(dataset.summary).toBeNull()
    expect(dataset.pending).toMatchObject({ summary: { file: 'a' }, choices: { quote: '' } })
  })

  it.each([
    [new EngineError('file-binary', 'It is a picture.', 'Choose a table.'), false],
    [new EngineError('file-empty', 'It is empty.', 'Choose another.'), false],
    [new EngineError('file-binary', 'A zero byte.', 'Choose UTF-16.', { line: 2 }), true],
    [new EngineError('no-numeric-column', 'No numbers.', 'Check the delimiter.'), true],
  ])('another way of reading is offered only where one may help: %s', async (error, offered) => {
    const { dataset, notices } = await setUp(() => Promise.reject(error))
    await dataset.open(file('a'))
    expect(notices.notices[0]?.action !== null).toBe(offered)
  })

  it('another file takes the place of the one that was refused', async () => {
    const open = vi
      .fn<Engine['open']>()
      .mockRejectedValueOnce(new EngineError('no-numeric-column', 'No numbers.', 'Check the delimiter.'))
      .mockResolvedValue(datasetSummary({ file: 'b' }))
    const { dataset, notices } = await setUp(open)
    await dataset.open(file('a'))
    notices.notices[0]?.action?.act()
    await dataset.open(file('b'))
    expect(dataset.refused).toBeNull()
    expect(dataset.summary?.file).toBe('b')
  })

  it('the data that was open is let go once the next is there', async () => {
    const open = vi
      .fn<Engine['open']>()
      .mockResolvedValueOnce(datasetSummary({ dataset: 'old' }))
      .mockResolvedValueOnce(datasetSummary({ dataset: 'new' }))
    const { dataset, close } = await setUp(open)
    await dataset.open(file('a'))
    await dataset.open(file('b'))
    await vi.waitFor(() => expect(close).toHaveBeenCalledOnce())
    expect(close.mock.calls[0]?.[0]).toEqual({ dataset: 'old' })
  })

  it('cancelling is not a failure', async () => {
    const open: Engine['open'] = (_, options) =>
      new Promise((_resolve, reject) => {
        options?.signal?.addEventListener('abort', () =>
          reject(new EngineError('cancelled', 'Cancelled.', '')),
        )
      })
    const { dataset, notices } = await setUp(open)
    const opening = dataset.open(file('large.csv'))
    expect(dataset.opening?.name).toBe('large.csv')
    dataset.cancel()
    expect(await opening).toBe(false)
    expect(notices.notices).toEqual([])
  })
})

describe('a file that is handed over first', () => {
  it('is shown as being opened, ends when cancelled, and never overtakes a later one', async () => {
    const { dataset } = await setUp(({ source }) =>
      Promise.resolve(datasetSummary({ file: 'grant' in source ? source.grant : '' })),
    )
    const arrivals = new Map<string, () => void>()
    const signals: AbortSignal[] = []
    const hand = (name: string) =>
      dataset.openFrom((begin) => {
        signals.push(begin(name))
        return new Promise((resolve) => arrivals.set(name, () => resolve({ grant: name, name })))
      })
    const first = hand('first')
    expect(dataset.opening?.name).toBe('first')
    const second = hand('second')
    expect(signals.map((signal) => signal.aborted)).toEqual([true, false])
    arrivals.get('second')?.()
    expect(await second).toBe(true)
    arrivals.get('first')?.()
    expect(await first).toBe(false)
    expect(dataset.summary?.file).toBe('second')
    void hand('third')
    dataset.cancel()
    expect(signals[2]?.aborted).toBe(true)
  })
})

describe('the columns ticked', () => {
  const columns = [column(0, 'id', { use: false, reason: 'identifier' }), column(1, 'x'), column(2, 'y')]

  it('are those proposed, and stay when the same file is read another way', async () => {
    const { dataset } = await setUp(() => Promise.resolve(datasetSummary({ columns })))
    const settings = useSettingsStore()
    await dataset.open(file('a'))
    expect(settings.form.columns).toEqual([1, 2])
    settings.tick(0, true)
    settings.tick(2, false)
    await dataset.open(file('a'))
    expect(settings.form.columns).toEqual([0, 1])
  })
})

describe('the columns ticked of a wide table', () => {
  it('are no more than a fit can take', async () => {
    const wide = Array.from({ length: 600 }, (_, index) => column(index, `c${index}`))
    const { dataset } = await setUp(() => Promise.resolve(datasetSummary({ columns: wide })))
    const settings = useSettingsStore()
    await dataset.open(file('wide'))
    expect(settings.form.columns).toHaveLength(500)
    expect(settings.errors.columns).toBeUndefined()
  })
})

describe('an engine that dies', () => {
  it('rejects what is under way, says why, and can be started again with the file', async () => {
    const open = vi
      .fn<Engine['open']>()
      .mockReturnValueOnce(new Promise(() => undefined))
      .mockResolvedValueOnce(datasetSummary())
    const { dataset, notices, die } = await setUp(open)
    const opening = dataset.open(file('a'))
    die()
    expect(await opening).toBe(false)
    const engines = useEngineStore()
    expect(engines.state).toBe('gone')
    expect(engines.reason).toBe('The connection was closed.')
    expect(engines.remedy).toContain('start `basin serve` again')
    expect(notices.notices).toEqual([])
    await engines.restart()
    expect(engines).toMatchObject({ state: 'ready', reason: '', remedy: '' })
    expect(await dataset.open(file('a'))).toBe(true)
  })

  it('and cannot be started says what to do about that', async () => {
    const { connection } = await setUp(refuse)
    connection.openPort = () =>
      Promise.reject(new EngineError('engine-died', 'the server does not answer.', 'Start it again.'))
    const engines = useEngineStore()
    await engines.restart()
    expect(engines).toMatchObject({
      state: 'gone',
      reason: 'The server does not answer.',
      remedy: 'Start it again.',
    })
  })
})
