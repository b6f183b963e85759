import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { GuidePlace } from '../format/guide/chapters.ts'

/** Where the user guide is open, if it is. */
export const useGuideStore = defineStore('guide', () => {
  const place = shallowRef<GuidePlace | null>(null)

  function open(chapter: GuidePlace['chapter'] = 'start', section = ''): void {
    place.value = { chapter, section }
  }

  function close(): void {
    place.value = null
  }

  return { place, open, close }
})
