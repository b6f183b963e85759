import { effectScope, shallowRef } from 'vue'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { usePaced } from './paced.ts'

function following(start: string | null) {
  const source = shallowRef<string | null>(start)
  const scope = effectScope()
  const paced = scope.run(() => usePaced(() => source.value, 500))
  if (paced === undefined) throw new Error('the scope has ended')
  return { source, scope, paced }
}

describe('a value that is followed at a pace', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('changes at once the first time, then waits, and ends with the last', () => {
    const { source, paced } = following('a')
    source.value = 'b'
    expect(paced.value).toBe('b')
    source.value = 'c'
    source.value = 'd'
    expect(paced.value).toBe('b')
    vi.advanceTimersByTime(499)
    expect(paced.value).toBe('b')
    vi.advanceTimersByTime(2)
    expect(paced.value).toBe('d')
  })

  it('becomes null at once and stays so, and what comes next is taken at once', () => {
    const { source, paced } = following('a')
    source.value = 'b'
    source.value = 'c'
    source.value = null
    expect(paced.value).toBeNull()
    vi.advanceTimersByTime(1000)
    expect(paced.value).toBeNull()
    source.value = 'd'
    expect(paced.value).toBe('d')
  })

  it('stands still once its scope has ended', () => {
    const { source, scope, paced } = following('a')
    source.value = 'b'
    source.value = 'c'
    scope.stop()
    vi.advanceTimersByTime(1000)
    expect(paced.value).toBe('b')
  })
})
