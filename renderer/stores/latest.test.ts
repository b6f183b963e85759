import { effectScope, nextTick, ref } from 'vue'
import { describe, expect, it } from 'vitest'
import { useLatest } from './latest.ts'

function deferred<T>() {
  let resolve: (value: T) => void = () => undefined
  const promise = new Promise<T>((done) => {
    resolve = done
  })
  return { promise, resolve }
}

describe('the latest answer', () => {
  it('a late answer to an earlier question is dropped', async () => {
    const answers = [deferred<string>(), deferred<string>()]
    const asked = ref(0)
    const scope = effectScope()
    const latest = scope.run(() => useLatest(() => answers[asked.value]?.promise ?? null))
    asked.value = 1
    answers[1]?.resolve('second')
    await nextTick()
    answers[0]?.resolve('first')
    await nextTick()
    expect(latest?.value.value).toBe('second')
    scope.stop()
  })

  it('stays until the next has come, and goes when nothing is asked', async () => {
    const next = deferred<string>()
    const asked = ref<'old' | 'new' | 'none'>('old')
    const scope = effectScope()
    const latest = scope.run(() =>
      useLatest(() => {
        if (asked.value === 'none') return null
        return asked.value === 'old' ? Promise.resolve('old') : next.promise
      }),
    )
    await nextTick()
    asked.value = 'new'
    await nextTick()
    expect(latest?.value.value).toBe('old')
    asked.value = 'none'
    expect(latest?.value.value).toBeNull()
    scope.stop()
  })

  it('a failure is kept in words', async () => {
    const scope = effectScope()
    const latest = scope.run(() => useLatest(() => Promise.reject(new Error('broken'))))
    await nextTick()
    await nextTick()
    expect(latest?.failure.value?.message).toContain('broken')
    scope.stop()
  })
})
