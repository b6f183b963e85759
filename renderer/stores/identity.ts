import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { useFitStore } from './fit.ts'

/**
 * Which cluster is which, whatever restart shows it: a number (0-based; what is written is one more) that says colour and
 * shape, and the name a person gave it.
 */
export const useIdentityStore = defineStore('identity', () => {
  const fit = useFitStore()
  const names = shallowRef<Readonly<Record<number, string>>>({})
  const components = computed(() => new Map(fit.restarts.map((each) => [each.id, each.components])))

  /** The number of each component of a restart. */
  function styles(restart: string): number[] {
    return Array.from({ length: components.value.get(restart) ?? 0 }, (_, component) => component)
  }

  const nameOf = (style: number): string => names.value[style] ?? ''

  /** An empty name takes it away. */
  function rename(style: number, name: string): void {
    names.value = { ...names.value, [style]: name.trim() }
  }

  return { styles, nameOf, rename }
})
