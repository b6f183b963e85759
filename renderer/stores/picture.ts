import { defineStore } from 'pinia'
import { onScopeDispose, shallowRef } from 'vue'
import type { EChartsCoreOption } from '../charts/echarts.ts'
import type { ChartTheme } from '../charts/theme.ts'

export interface Picture {
  /** Proposed file name without its ending. */
  name: string
  option: EChartsCoreOption
}

export type TakePicture = (theme: ChartTheme) => Picture | null

/** The chart that "Save picture" saves: that of the view on the screen. */
export const usePictureStore = defineStore('picture', () => {
  const current = shallowRef<TakePicture | null>(null)

  /** While the calling component lives, its chart is the one to save. */
  function offer(take: TakePicture): void {
    current.value = take
    onScopeDispose(() => {
      if (current.value === take) current.value = null
    })
  }

  return { current, offer }
})
