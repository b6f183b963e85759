import { onScopeDispose, shallowRef, watch, type ShallowRef } from 'vue'

/**
 * Parts that are shown together but made one after another, each in a task of its own, so that none holds the page for long: the
 * number of parts to show, which grows from 0 to `parts` once they are `wanted`, and is 0 again where they are not.
 */
export function useTurns(wanted: () => boolean, parts: number): Readonly<ShallowRef<number>> {
  const shown = shallowRef(0)
  let timer: ReturnType<typeof setTimeout> | undefined

  function next(): void {
    if (shown.value === parts) return
    timer = setTimeout(() => {
      shown.value++
      next()
    })
  }

  watch(
    wanted,
    (now) => {
      clearTimeout(timer)
      shown.value = 0
      if (now) next()
    },
    { immediate: true },
  )
  onScopeDispose(() => clearTimeout(timer))
  return shown
}
