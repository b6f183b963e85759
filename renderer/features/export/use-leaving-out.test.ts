import { effectScope, ref } from 'vue'
import { describe, expect, it, vi } from 'vitest'
import type { LeavingOutView } from '../../../contract/views.ts'
import { EngineError } from '../../../contract/errors.ts'
import { startFakeEngine } from '../../stores/fake-engine.ts'
import { useLeavingOut } from './use-leaving-out.ts'

const view: LeavingOutView = {
  complete: 90,
  withGaps: 10,
  logLikelihood: -100,
  leftOut: null,
  changed: NaN,
  adjustedRandIndex: NaN,
  shift: null,
  uncertainty: { withGaps: 0.1, complete: 0.05 },
}

describe('the comparison with leaving rows out', () => {
  it('comes when it is asked for, and goes with the restart', async () => {
    await startFakeEngine({ leavingOut: () => Promise.resolve(view) })
    const restart = ref('VVV-2-0')
    const scope = effectScope()
    const made = scope.run(() => useLeavingOut(() => ({ fit: 'f1', restart: restart.value })))
    expect(made?.answer.value).toBeNull()
    await made?.ask()
    expect(made?.answer.value?.complete).toBe(90)
    restart.value = 'VVV-2-1'
    await vi.waitFor(() => expect(made?.answer.value).toBeNull())
    scope.stop()
  })

  it('is stopped by whoever does not want it any more, and says what failed', async () => {
    await startFakeEngine({
      leavingOut: (_, { signal } = {}) =>
        new Promise((_resolve, reject) => {
          signal?.addEventListener('abort', () => reject(new EngineError('cancelled', 'Cancelled.', '')))
        }),
    })
    const made = useLeavingOut(() => ({ fit: 'f1', restart: 'VVV-2-0' }))
    const asked = made.ask()
    expect(made.asking.value).not.toBeNull()
    made.forget()
    await asked
    expect(made.failure.value).toBe('')
    await startFakeEngine({})
    const other = useLeavingOut(() => ({ fit: 'f1', restart: 'VVV-2-0' }))
    await other.ask()
    expect(other.failure.value).not.toBe('')
  })
})
