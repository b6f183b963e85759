import { computed, onScopeDispose, shallowRef, watch, type ComputedRef, type ShallowRef } from 'vue'

/** Milliseconds between two parts that are also laid out and painted one after another. */
export const A_FRAME = 20
const FRAMES = 4

/**
 * Parts that are shown together but made one after another, each in a task of its own, so that none holds the page for long: the
 * number of parts to show, which grows from 0 to `parts` once they are `wanted`, and is 0 again where they are not.
 */
export function useTurns(wanted: () => boolean, parts: number, apart = 0): Readonly<ShallowRef<number>> {
  const shown = shallowRef(0)
  let timer: ReturnType<typeof setTimeout> | undefined

  function next(): void {
    if (shown.value === parts) return
    timer = setTimeout(() => {
      shown.value++
      next()
    }, apart)
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

/** The rows of a table, of which the first are there at once and a few more with each frame: a long one takes long to lay out. */
export function useGrowing<T>(rows: () => readonly T[], first: number): ComputedRef<readonly T[]> {
  const turn = useTurns(() => rows().length > first, FRAMES, A_FRAME)
  return computed(() => (turn.value === FRAMES ? rows() : rows().slice(0, first * (turn.value + 1))))
}
