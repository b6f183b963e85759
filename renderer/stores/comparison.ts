import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { useSelectionStore } from './selection.ts'

export type Section = 'two' | 'all' | 'consensus'

/** What the Compare view looks at: which section, and which two restarts stand side by side. */
export const useComparisonStore = defineStore('comparison', () => {
  const selection = useSelectionStore()
  const section = shallowRef<Section>('two')
  const left = shallowRef('')
  const right = shallowRef('')

  /** Two restarts side by side; the left one is what every view shows. */
  function sideBySide(first: string, second: string): void {
    right.value = second
    left.value = first
    selection.choose(first)
    section.value = 'two'
  }

  return { section, left, right, sideBySide }
})
