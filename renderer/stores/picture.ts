import { defineStore } from 'pinia'
import { onScopeDispose, shallowRef } from 'vue'
import type { EChartsCoreOption } from 'echarts/core'

export interface Picture {
  /** Proposed file name without its ending. */
  name: string
  option: EChartsCoreOption
}

/** The chart that "Save picture" saves: that of the view on the screen. */
export const usePictureStore = defineStore('picture', () => {
  const current = shallowRef<(() => Picture | null) | null>(null)

  /** While the calling component lives, its chart is the one to save. */
  function offer(take: () => Picture | null): void {
    current.value = take
    onScopeDispose(() => {
      if (current.value === take) current.value = null
    })
  }

  return { current, offer }
})
