import { onScopeDispose, shallowRef, watch, type Ref, type ShallowRef } from 'vue'
import { EngineError } from '../../contract/errors.ts'

export interface Latest<T> {
  /** The last answer that came; it stays while the next one is under way, so that nothing flickers. */
  value: Readonly<ShallowRef<T | null>>
  failure: Readonly<Ref<EngineError | null>>
}

/** Follows a question that changes; an answer to an earlier question never overwrites a later one. */
export function useLatest<T>(ask: () => Promise<T> | null): Latest<T> {
  const value = shallowRef<T | null>(null)
  const failure = shallowRef<EngineError | null>(null)
  let turn = 0

  watch(
    /* In an array, because Vue would report the failure of a bare promise as an error of its own. */
    () => [ask()] as const,
    ([answer]) => {
      const mine = ++turn
      if (answer === null) {
        value.value = null
        failure.value = null
        return
      }
      answer.then(
        (arrived) => {
          if (mine !== turn) return
          value.value = arrived
          failure.value = null
        },
        (thrown: unknown) => {
          if (mine !== turn) return
          value.value = null
          failure.value = EngineError.from(thrown)
        },
      )
    },
    { immediate: true, flush: 'sync' },
  )
  onScopeDispose(() => {
    turn++
  })
  return { value, failure }
}
