import { expect, it, vi } from 'vitest'
import type { Engine } from '../../contract/engine.ts'
import { useDatasetStore } from './dataset.ts'
import { datasetSummary, fitSummary, startFakeEngine } from './fake-engine.ts'
import { useFitStore } from './fit.ts'
import { guardRunningFit } from './fit-guard.ts'
import { useQuestionStore } from './question.ts'

const file = (name: string) => ({ id: { grant: name }, name })

async function setUp() {
  let end: () => void = () => undefined
  const close = vi.fn<Engine['close']>(() => Promise.resolve(null))
  await startFakeEngine({
    open: ({ source }) => {
      const name = 'grant' in source ? source.grant : ''
      return Promise.resolve(datasetSummary({ file: name, dataset: name }))
    },
    fit: () => new Promise((resolve) => (end = () => resolve(fitSummary()))),
    close,
  })
  guardRunningFit()
  const dataset = useDatasetStore()
  await dataset.open(file('a'))
  void useFitStore().run(fitSummary().settings)
  return { dataset, close, questions: useQuestionStore(), end: () => end() }
}

it('another file is opened during a fit only with consent', async () => {
  const { dataset, close, questions } = await setUp()
  const opening = dataset.open(file('b'))
  await vi.waitFor(() => expect(questions.asked?.text).toContain('“b”'))
  expect(dataset.summary?.file).toBe('a')
  questions.answer(false)
  expect(await opening).toBe(false)
  expect(dataset.summary?.file).toBe('a')
  await vi.waitFor(() => expect(close.mock.calls[0]?.[0]).toEqual({ dataset: 'b' }))

  const again = dataset.open(file('b'))
  await vi.waitFor(() => expect(questions.asked).not.toBeNull())
  questions.answer(true)
  expect(await again).toBe(true)
  expect(dataset.summary?.file).toBe('b')
})

it('nothing is asked once the fit has ended', async () => {
  const { dataset, questions, end } = await setUp()
  await vi.waitFor(() => {
    end()
    expect(useFitStore().running).toBeNull()
  })
  expect(await dataset.open(file('b'))).toBe(true)
  expect(questions.asked).toBeNull()
})
