import { describe, expect, it } from 'vitest'
import { fitSummary, restartView } from './fake-engine.ts'
import { useFitStore } from './fit.ts'
import { useRatioTestStore } from './ratio-test.ts'
import { useStabilityStore } from './stability.ts'
import type { FitSettings } from '../../contract/schemas.ts'
import { useReplicatesCall } from './replicates-call.ts'
import { replicateSeconds } from './replicate-seconds.ts'
import { fieldError } from './whole-field.ts'
import { StabilityInput } from '../../contract/resampling.ts'
import { createPinia, setActivePinia } from 'pinia'

describe('the time that replicates will take', () => {
  const restarts = [2, 4].map((seconds, index) => restartView(index, { seconds }))
  const fit = fitSummary({ seconds: 600, threads: 2, restarts })
  const again = { replicates: 10, restarts: 5, rows: 1, within: () => true }

  it('is what a restart of the fit took a thread, by the restarts that will be run, rows and threads', () => {
    expect(replicateSeconds(fit, again)).toBeCloseTo((3 * 5 * 10) / 2, 9)
    expect(replicateSeconds(fit, { ...again, rows: 0.8 })).toBeCloseTo((0.8 * 3 * 5 * 10) / 2, 9)
  })

  it('is that of each number of components, whatever was run of it in the fit', () => {
    const slow = restartView(2, { components: 4, seconds: 30 })
    const more = { ...fit, restarts: [...restarts, slow] }
    expect(replicateSeconds(more, again)).toBeCloseTo(((3 + 30) * 5 * 10) / 2, 9)
    const within = ({ components }: { components: number }) => components === 4
    expect(replicateSeconds(more, { ...again, within })).toBeCloseTo((30 * 5 * 10) / 2, 9)
  })

  it('counts as many refinements for each restart as the fit came to, none of one component', () => {
    const settings = { ...fit.settings, restarts: 10, refinements: 8 }
    const one = restartView(0, { components: 1, seconds: 1 })
    const refined = { ...fit, settings, restarts: [...restarts, one], refinements: { tried: 6, better: 0 } }
    expect(replicateSeconds(refined, again)).toBeCloseTo(((3 * (5 + 0.6 * 3) + 5) * 10) / 2, 9)
  })

  it('is not known where no restart tells', () => {
    expect(replicateSeconds(fit, { ...again, within: () => false })).toBeNull()
    const waiting = { ...fit, restarts: [restartView(0, { seconds: 0 })] }
    expect(replicateSeconds(waiting, again)).toBeNull()
  })
})

describe('a fit that cannot be made again on other rows', () => {
  it.each<[string, Partial<FitSettings>]>([
    ['weights', { weights: { column: 1, kind: 'frequency' } }],
    ['missing cells', { missing: 'em' }],
    ['noise component', { noise: true }],
    ['start of its own', { start: { labels: [1, 2] } }],
  ])('is not begun: it has %s, and that is said', (why, changes) => {
    setActivePinia(createPinia())
    const [stability, test] = [useStabilityStore(), useRatioTestStore()]
    const fit = useFitStore()
    fit.summary = fitSummary()
    expect([stability, test].map(({ obstacle, valid }) => [obstacle, valid])).toEqual([
      [null, true],
      [null, true],
    ])
    expect(stability.seconds ?? test.seconds).not.toBeNull()
    fit.summary = fitSummary({ settings: { ...fitSummary().settings, ...changes } })
    for (const store of [stability, test]) {
      expect(store.obstacle).toContain(why)
      expect(store).toMatchObject({ valid: false, seconds: null })
    }
  })
})

describe('a typed number', () => {
  it('is refused in the words of the contract', () => {
    expect(fieldError(StabilityInput.entries.replicates, '100')).toBeUndefined()
    expect(fieldError(StabilityInput.entries.replicates, '1')).toBe('Replicates must be at least 2')
    expect(fieldError(StabilityInput.entries.replicates, '')).toBe('Replicates must be a number')
  })
})

describe('the call that goes replicate by replicate', () => {
  it('shows what was found so far, and keeps it when it is stopped', async () => {
    setActivePinia(createPinia())
    const call = useReplicatesCall<number>()
    let end: (view: number) => void = () => undefined
    const done = call.run('a', ({ onProgress, signal }) => {
      onProgress(1)
      return new Promise((resolve) => {
        end = resolve
        signal.addEventListener('abort', () => resolve(2))
      })
    })
    expect([call.running.value, call.views.value.get('a')]).toEqual(['a', 1])
    call.stop()
    await done
    expect([call.running.value, call.views.value.get('a')]).toEqual([null, 2])
    end(3)
  })

  it('hears nothing more once it is cleared', async () => {
    setActivePinia(createPinia())
    const call = useReplicatesCall<number>()
    let tell: (view: number) => void = () => undefined
    const done = call.run('a', ({ onProgress, signal }) => {
      tell = onProgress
      return new Promise((resolve) => signal.addEventListener('abort', () => resolve(2)))
    })
    call.clear()
    tell(9)
    await done
    expect([call.running.value, call.views.value.size]).toEqual([null, 0])
  })
})
