import { defineStore } from 'pinia'
import { shallowRef } from 'vue'

/** What the Models tab shows. */
export type ModelsSection = 'grid' | 'merging' | 'stability' | 'test'

/** The section of the Models tab that is open. */
export const useModelsSectionStore = defineStore('models-section', () => ({
  section: shallowRef<ModelsSection>('grid'),
}))
