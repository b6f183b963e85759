// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { CallOptions } from '../../contract/engine.ts'
import { EngineError } from '../../contract/errors.ts'
import type { Input } from '../../contract/schemas.ts'
import { useAutosaveStore } from './autosave.ts'
import { useDatasetStore } from './dataset.ts'
import { datasetSummary, fitSummary, restartView, startFakeEngine } from './fake-engine.ts'
import { useFitStore } from './fit.ts'
import { useNoticesStore } from './notices.ts'

const OTHER = '6b1c3a52-5f6e-4b8e-9f53-1f3f4f3c2a11'
let saves: Input<'autosave'>[] = []
let forgotten: string[] = []
let full = false
let tell: CallOptions<'fit'>['onProgress']
const kept = { grant: 'kept', file: 'data.csv', saved: '2026-01-01T00:00:00Z', rows: 100 }

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  saves = []
  forgotten = []
  full = false
  await startFakeEngine({
    open: () => Promise.resolve(datasetSummary()),
    openSession: () =>
      Promise.resolve({ data: 'g', dataset: datasetSummary(), fits: [], view: {}, file: 'data.csv' }),
    fit: (_, options = {}) => {
      tell = options.onProgress
      return new Promise(() => undefined)
    },
    autosave: (input) => {
      if (full) return Promise.reject(new EngineError('target-unwritable', 'The disk is full.', 'Save.'))
      saves.push(input)
      return Promise.resolve({ bytes: 1 })
    },
    forgetAutosave: ({ window }) => {
      forgotten.push(window)
      return Promise.resolve(null)
    },
    close: () => Promise.resolve(null),
  })
})
afterEach(() => vi.useRealTimers())

const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds)

async function openData() {
  const autosave = useAutosaveStore()
  await useDatasetStore().open({ id: { grant: 'g' }, name: 'data.csv' })
  return autosave
}

async function progress(fit: string, ended: number) {
  const changes = [0, 1, 2].map((at) => ({
    restart: restartView(at, at < ended ? {} : { state: 'running' }),
    traceFrom: 0,
    trace: new Float64Array(),
  }))
  const rest = { stage: 'restarts' as const, tried: 0, toTry: 0, total: 3, seconds: 1, secondsLeft: null }
  tell?.({ kind: 'fit', fit, done: ended, leader: null, solutions: null, unseen: null, changes, ...rest })
  await pass(0)
}

test('of a fit that runs the restarts that have ended are kept, and until then the fit before it', async () => {
  await openData()
  const fit = useFitStore()
  fit.restore(fitSummary({ fit: 'before' }), [])
  await pass(2_000)
  expect(saves.at(-1)?.fits).toEqual(['before'])
  void fit.run(fitSummary().settings)
  await progress('running', 0)
  await pass(2_000)
  expect(saves.at(-1)?.fits).toEqual(['before'])
  await progress('running', 1)
  await pass(2_000)
  expect(saves.at(-1)?.fits).toEqual(['running'])
})

test('what changes all the time is kept all the same, every second and a half', async () => {
  await openData()
  const fit = useFitStore()
  void fit.run(fitSummary().settings)
  await progress('running', 1)
  await pass(5_000)
  const before = saves.length
  for (let i = 0; i < 30; i++) {
    await progress('running', 1 + (i % 2))
    await pass(100)
  }
  expect(saves.length - before).toBeGreaterThanOrEqual(1)
  expect(saves.length - before).toBeLessThanOrEqual(3)
})

test('a page out of sight, whose timers may come once a minute, keeps it with what arrives', async () => {
  await openData()
  void useFitStore().run(fitSummary().settings)
  await progress('running', 1)
  await pass(5_000)
  await progress('running', 2)
  const before = saves.length
  const later = performance.now() + 2_000
  const clock = vi.spyOn(performance, 'now').mockReturnValue(later)
  await progress('running', 1)
  clock.mockRestore()
  expect(saves).toHaveLength(before + 1)
})

test('what could not be kept is told once, and kept as soon as it can be, though nothing changes', async () => {
  const autosave = await openData()
  full = true
  await pass(60_000)
  expect(useNoticesStore().notices.map(({ message }) => message)).toEqual([
    'What is open could not be kept for a crash: The disk is full.',
  ])
  expect(autosave.kept).toBe(false)
  full = false
  await pass(20_000)
  expect(saves).toHaveLength(1)
  expect(autosave.kept).toBe(true)
  await pass(60_000)
  expect(saves).toHaveLength(1)
})

test('a fit without restarts that were removed is not said to be kept before it is', async () => {
  const autosave = await openData()
  const fit = useFitStore()
  fit.restore(fitSummary({ fit: 'whole' }), [])
  await pass(5_000)
  expect(autosave.kept).toBe(true)
  full = true
  fit.amend(fitSummary({ fit: 'whole', removed: [restartView(2)] }))
  await pass(0)
  expect(autosave.kept).toBe(false)
  const before = saves.length
  full = false
  await pass(20_000)
  expect(saves.length).toBe(before + 1)
  expect(autosave.kept).toBe(true)
})

test('work of another window is let go only once it is kept for this one', async () => {
  const autosave = useAutosaveStore()
  await autosave.pickUp({ ...kept, id: OTHER, restarts: 0, waiting: 0 })
  expect(forgotten).toEqual([])
  await pass(2_000)
  expect(saves).toHaveLength(1)
  expect(forgotten).toEqual([OTHER])
})
