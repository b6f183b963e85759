import { computed, onScopeDispose, shallowRef, watch, type ComputedRef, type ShallowRef } from 'vue'
import { planWindow, type RowWindow } from './window.ts'

export interface ScrolledRows {
  /** To be the ref of the element that scrolls. */
  scroller: ShallowRef<HTMLElement | null>
  window: ComputedRef<RowWindow>
}

/** The rows to render in an element that scrolls. */
export function useRowWindow(rows: () => number, rowHeight: number): ScrolledRows {
  const scroller = shallowRef<HTMLElement | null>(null)
  const scroll = shallowRef(0)
  const view = shallowRef(600)
  const observer = new ResizeObserver(() => {
    view.value = scroller.value?.clientHeight ?? 0
  })
  const follow = () => {
    scroll.value = scroller.value?.scrollTop ?? 0
  }

  watch(scroller, (now, before) => {
    before?.removeEventListener('scroll', follow)
    observer.disconnect()
    if (now === null) return
    now.addEventListener('scroll', follow, { passive: true })
    observer.observe(now)
    follow()
  })
  onScopeDispose(() => {
    scroller.value?.removeEventListener('scroll', follow)
    observer.disconnect()
  })

  const window = computed(() => planWindow(rows(), rowHeight, view.value, scroll.value))
  return { scroller, window }
}
