import { defineStore } from 'pinia'
import * as v from 'valibot'
import { computed, shallowRef } from 'vue'
import { useSelectionStore } from './selection.ts'
import { useSessionPartsStore } from './session-parts.ts'

const SECTIONS = ['two', 'all', 'consensus', 'known'] as const
export type Section = (typeof SECTIONS)[number]

/** What the Compare view looks at: which section, and which two restarts stand side by side. */
export const useComparisonStore = defineStore('comparison', () => {
  const selection = useSelectionStore()
  const section = shallowRef<Section>('two')
  /** Whether the section draws rows: tables of solutions or of a known label do not. */
  const drawsRows = computed(() => section.value === 'two' || section.value === 'consensus')
  const left = shallowRef('')
  const right = shallowRef('')

  /** Two restarts side by side; the left one is what every view shows. */
  function sideBySide(first: string, second: string): void {
    right.value = second
    left.value = first
    selection.choose(first)
    section.value = 'two'
  }

  useSessionPartsStore().add(
    'comparison',
    v.object({ section: v.picklist(SECTIONS), left: v.string(), right: v.string() }),
    {
      state: () => ({ section: section.value, left: left.value, right: right.value }),
      restore(state) {
        section.value = state.section
        left.value = state.left
        right.value = state.right
      },
    },
  )

  return { section, drawsRows, left, right, sideBySide }
})
