import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { CallOptions, Engine } from '../../contract/engine.ts'
import { EngineError } from '../../contract/errors.ts'
import type { FitProgress, FitSummary, RestartView } from '../../contract/views.ts'
import { useDatasetStore } from './dataset.ts'
import { datasetSummary, fitSummary, restartView, startFakeEngine } from './fake-engine.ts'
import { useFitStore } from './fit.ts'
import { useNoticesStore } from './notices.ts'
import { useSelectionStore } from './selection.ts'

interface Call {
  options: CallOptions<'fit'>
  resolve(summary: FitSummary): void
  reject(error: EngineError): void
}
let calls: Call[] = []
const fitMethod: Engine['fit'] = (_, options = {}) =>
  new Promise((resolve, reject) => {
    calls.push({ options, resolve, reject })
  })
const settings = fitSummary().settings

function progress(restarts: RestartView[], rest: Partial<FitProgress> = {}): FitProgress {
  return {
    kind: 'fit',
    stage: 'restarts',
    tried: 0,
    toTry: 0,
    fit: 'f1',
    done: 0,
    total: 3,
    seconds: 0.1,
    secondsLeft: null,
    leader: restarts[0]?.id ?? null,
    changes: restarts.map((restart) => ({ restart, traceFrom: 0, trace: Float64Array.of(-120, -110) })),
    solutions: null,
    unseen: null,
    ...rest,
  }
}

async function begin() {
  const fit = useFitStore()
  const running = fit.run(settings)
  await vi.waitFor(() => expect(calls).toHaveLength(1))
  const [call] = calls
  if (call === undefined) throw new Error('the engine was not called')
  return { fit, running, call }
}

beforeEach(async () => {
  calls = []
  await startFakeEngine({ open: () => Promise.resolve(datasetSummary()), fit: fitMethod })
  await useDatasetStore().open({ id: { grant: 'g' }, name: 'data.csv' })
})

describe('a fit on the screen', () => {
  it('shows restarts and traces as they come, and the summary at the end', async () => {
    const { fit, running, call } = await begin()
    const selection = useSelectionStore()
    call.options.onProgress?.(progress([restartView(1, { state: 'running', solution: null })]))
    await vi.waitFor(() => expect(fit.restarts).toHaveLength(1))
    expect([...fit.traceOf('VVV-2-1')]).toEqual([-120, -110])
    expect(selection.restart?.id).toBe('VVV-2-1')
    call.resolve(fitSummary())
    await running
    expect(fit.running).toBeNull()
    expect(fit.restarts).toHaveLength(3)
    expect(selection.restart?.id).toBe('VVV-2-0')
    expect(selection.solution?.id).toBe('VVV-2-A')
  })

  it('Stop keeps what was found', async () => {
    const { fit, running, call } = await begin()
    call.options.signal?.addEventListener('abort', () => call.resolve(fitSummary({ stopped: true })))
    fit.stop()
    expect(fit.stopping).toBe(true)
    await running
    expect(fit.summary?.stopped).toBe(true)
    expect(fit.stopping).toBe(false)
  })

  it('one that is refused leaves the last one standing', async () => {
    const first = await begin()
    first.call.resolve(fitSummary())
    await first.running
    calls = []
    const second = await begin()
    second.call.reject(
      new EngineError('too-few-rows', 'There are too few rows.', 'Ask for fewer components.'),
    )
    await second.running
    expect(second.fit.summary?.fit).toBe('f1')
    expect(useNoticesStore().notices).toMatchObject([{ message: 'There are too few rows.' }])
  })

  it('is forgotten with its data, and what it still sends is not shown', async () => {
    const { fit, running, call } = await begin()
    fit.abandon()
    call.options.onProgress?.(progress([restartView(0)]))
    call.resolve(fitSummary())
    await running
    expect(fit.restarts).toEqual([])
    expect(fit.summary).toBeNull()
  })
})

describe('the restart chosen', () => {
  async function finished() {
    const { running, call } = await begin()
    call.resolve(fitSummary())
    await running
    return useSelectionStore()
  }

  it('moves down and up the ranking and stops at its ends', async () => {
    const selection = await finished()
    selection.step(-1)
    expect(selection.restart?.id).toBe('VVV-2-0')
    for (let i = 0; i < 5; i++) selection.step(1)
    expect(selection.restart?.id).toBe('VVV-2-2')
    expect(selection.solution?.id).toBe('VVV-2-B')
  })

  it('is the best of a solution that is chosen', async () => {
    const selection = await finished()
    selection.chooseSolution('VVV-2-B')
    expect(selection.restart?.id).toBe('VVV-2-2')
    selection.chooseSolution('no such solution')
    expect(selection.restart?.id).toBe('VVV-2-2')
  })

  it('is the best one again after the next run', async () => {
    const selection = await finished()
    selection.choose('VVV-2-2')
    calls = []
    const { running, call } = await begin()
    call.resolve(fitSummary())
    await running
    expect(selection.restart?.id).toBe('VVV-2-0')
  })
})
