import { defineStore } from 'pinia'
import * as v from 'valibot'
import { shallowRef } from 'vue'
import { useSessionPartsStore } from './session-parts.ts'

const SECTIONS = ['grid', 'merging', 'stability', 'test'] as const

/** What the Models tab shows. */
export type ModelsSection = (typeof SECTIONS)[number]

/** The section of the Models tab that is open. */
export const useModelsSectionStore = defineStore('models-section', () => {
  const section = shallowRef<ModelsSection>('grid')

  useSessionPartsStore().add('models', v.picklist(SECTIONS), {
    state: () => section.value,
    restore: (state) => (section.value = state),
  })

  return { section }
})
