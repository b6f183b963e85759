import { describe, expect, it } from 'vitest'
import { fitSummary } from './fake-engine.ts'
import { useReplicatesCall } from './replicates-call.ts'
import { replicateSeconds } from './replicate-seconds.ts'
import { fieldError } from './whole-field.ts'
import { StabilityInput } from '../../contract/resampling.ts'
import { createPinia, setActivePinia } from 'pinia'

describe('the time that replicates will take', () => {
  const fit = fitSummary({ seconds: 6 })

  it('is that of the fit, by restarts, rows and models', () => {
    const again = { replicates: 10, restarts: 3, rows: 1, within: () => true }
    expect(replicateSeconds(fit, again)).toBeCloseTo(60, 9)
    expect(replicateSeconds(fit, { ...again, restarts: 1, rows: 0.8 })).toBeCloseTo(16, 9)
  })

  it('is not known where no restart tells', () => {
    expect(replicateSeconds(fit, { replicates: 10, restarts: 3, rows: 1, within: () => false })).toBeNull()
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
