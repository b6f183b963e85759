import { onScopeDispose, shallowRef, watch, type ShallowRef } from 'vue'

/**
 * Follows a value that changes often, at most once in so many milliseconds: the first change at once, of those that come too
 * soon only the last. Null, and the first value after it, are taken at once.
 */
export function usePaced<T>(source: () => T, milliseconds: number): Readonly<ShallowRef<T>> {
  const paced = shallowRef(source()) as ShallowRef<T>
  let due = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  function take(): void {
    clearTimeout(timer)
    timer = undefined
    paced.value = source()
    due = paced.value === null ? 0 : performance.now() + milliseconds
  }

  watch(
    source,
    (now) => {
      const wait = due - performance.now()
      if (now === null || wait <= 0) take()
      else timer ??= setTimeout(take, wait)
    },
    { flush: 'sync' },
  )
  onScopeDispose(() => clearTimeout(timer))
  return paced
}
