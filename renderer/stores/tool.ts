import { defineStore } from 'pinia'
import { shallowRef } from 'vue'

/** What dragging in a plot does: move what is shown, or select the rows inside what is drawn. */
export type Tool = 'zoom' | 'box' | 'lasso'

/** The tool in hand, the same in every plot. */
export const useToolStore = defineStore('tool', () => ({ tool: shallowRef<Tool>('zoom') }))
