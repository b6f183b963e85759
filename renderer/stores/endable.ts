import { computed, shallowRef, type Ref } from 'vue'
import { useLatest, type Latest } from './latest.ts'

/** A question whose answer takes long, that a person can end and ask once more. */
export interface Endable<T> extends Latest<T> {
  /** Whether it was ended and not asked again; `failure` is then null. */
  cancelled: Readonly<Ref<boolean>>
  cancel(): void
  again(): void
  /** How often it was asked again, for questions that follow it. */
  turn: Readonly<Ref<number>>
}

/** Follows a question as `useLatest` does; `key` says which one it is, and `end` has its call rejected with `cancelled`. */
export function useEndable<T>(ask: () => Promise<T> | null, key: () => string, end: () => void): Endable<T> {
  const turn = shallowRef(0)
  const ended = shallowRef('')
  const now = () => `${key()} ${turn.value}`
  const { value, failure } = useLatest(() => {
    void turn.value
    return ask()
  })
  const wasCancelled = computed(() => failure.value?.code === 'cancelled')
  return {
    value,
    failure: computed(() => (wasCancelled.value ? null : failure.value)),
    cancelled: computed(() => wasCancelled.value && ended.value === now()),
    cancel() {
      ended.value = now()
      end()
    },
    again: () => void turn.value++,
    turn,
  }
}
