import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { CallOptions } from '../../contract/engine.ts'
import { EngineError } from '../../contract/errors.ts'
import type { FitProgress, FitSummary } from '../../contract/views.ts'
import { useDatasetStore } from './dataset.ts'
import { datasetSummary, fitSummary, restartView, solutionView, startFakeEngine } from './fake-engine.ts'
import { useFitStore } from './fit.ts'
import { useNoticesStore } from './notices.ts'
import { useSelectionStore } from './selection.ts'

interface Call {
  options: CallOptions<'extend'>
  resolve(summary: FitSummary): void
  reject(error: EngineError): void
}
let call: Call | null = null

const artefact = { code: 'spurious', message: 'Component 2 holds 3 rows.' } as const
const first = fitSummary({
  solutions: [
    solutionView('A', ['VVV-2-2'], { logLikelihood: -90, bic: 230, kind: 'spurious', warnings: [artefact] }),
    solutionView('B', ['VVV-2-1', 'VVV-2-0'], { logLikelihood: -101 }),
  ],
  best: 'VVV-2-B',
  restarts: [
    restartView(0, { logLikelihood: -101, solution: 'VVV-2-B' }),
    restartView(1, { logLikelihood: -101, solution: 'VVV-2-B' }),
    restartView(2, { logLikelihood: -90, solution: 'VVV-2-A', warnings: [artefact] }),
  ],
})
const more = { kind: 'restarts' as const, count: 1 }

function told(rest: Partial<FitProgress>): FitProgress {
  return {
    kind: 'fit',
    fit: 'f1',
    stage: 'restarts',
    done: 1,
    total: 1,
    tried: 0,
    toTry: 0,
    seconds: 0.1,
    secondsLeft: null,
    leader: null,
    changes: [{ restart: restartView(3, { solution: null }), traceFrom: 0, trace: Float64Array.of(-95) }],
    solutions: null,
    unseen: null,
    ...rest,
  }
}

async function extend() {
  const fit = useFitStore()
  const extended = fit.extend(more)
  await vi.waitFor(() => expect(call).not.toBeNull())
  if (call === null) throw new Error('the engine was not called')
  return { fit, extended, call }
}

beforeEach(async () => {
  call = null
  await startFakeEngine({
    open: () => Promise.resolve(datasetSummary()),
    fit: () => Promise.resolve(first),
    extend: (_, options = {}) =>
      new Promise((resolve, reject) => {
        call = { options, resolve, reject }
      }),
  })
  await useDatasetStore().open({ id: { grant: 'g' }, name: 'data.csv' })
  await useFitStore().run(first.settings)
})

describe('a fit that is extended', () => {
  it('keeps what it had and what was chosen while more comes, and has the new summary at the end', async () => {
    const selection = useSelectionStore()
    selection.choose('VVV-2-1')
    const { fit, extended, call } = await extend()
    call.options.onProgress?.(told({}))
    await vi.waitFor(() => expect(fit.restarts.map(({ id }) => id)).toContain('VVV-2-3'))
    expect(fit.restarts.slice(0, 3)).toEqual(first.restarts)
    expect([...fit.traceOf('VVV-2-3')]).toEqual([-95])
    expect(selection.restart?.id).toBe('VVV-2-1')
    expect(fit.extending).toBe('restarts')
    const ended = fitSummary({ ...first, restarts: [...first.restarts, restartView(3)] })
    call.resolve(ended)
    await extended
    expect(fit.summary).toEqual(ended)
    expect([fit.running, fit.extending]).toEqual([null, null])
    expect(selection.restart?.id).toBe('VVV-2-1')
  })

  it('has the solutions as they are found, and restarts follow them', async () => {
    const { fit, call } = await extend()
    const solutions = [
      solutionView('A', ['VVV-2-3'], { logLikelihood: -95 }),
      solutionView('B', ['VVV-2-1', 'VVV-2-0']),
    ]
    call.options.onProgress?.(told({ solutions, unseen: [] }))
    await vi.waitFor(() => expect(fit.solutions).toHaveLength(2))
    expect(fit.restarts.find(({ id }) => id === 'VVV-2-3')?.solution).toBe('VVV-2-A')
    expect(fit.best?.id).toBe('VVV-2-A')
  })

  it('stays as it was where the engine refuses', async () => {
    const { fit, extended, call } = await extend()
    call.options.onProgress?.(told({}))
    call.reject(new EngineError('not-available', 'Another fit is running.', 'Wait for it.'))
    await extended
    expect(fit.restarts).toEqual(first.restarts)
    expect(fit.summary).toEqual(first)
    expect(useNoticesStore().notices.map(({ message }) => message)).toEqual(['Another fit is running.'])
  })
})

describe('spurious solutions', () => {
  it('win only where the person lets them, and then everywhere', () => {
    const fit = useFitStore()
    const selection = useSelectionStore()
    const gaps = () => selection.ranked.map(({ gap }) => gap)
    expect(fit.best?.id).toBe('VVV-2-B')
    expect(selection.restart?.id).toBe('VVV-2-1')
    expect(gaps()).toEqual([-11, 0, 0])
    fit.allowSpurious = true
    expect(fit.best?.id).toBe('VVV-2-A')
    expect(selection.restart?.id).toBe('VVV-2-2')
    expect(gaps()).toEqual([0, 11, 11])
  })

  it('do not outlive the data', () => {
    const fit = useFitStore()
    fit.allowSpurious = true
    fit.abandon()
    expect(fit.allowSpurious).toBe(false)
  })
})
