import { computed, onScopeDispose, shallowRef, watch, type ComputedRef, type ShallowRef } from 'vue'
import { planWindow, scrollTo, type RowWindow } from './window.ts'

export interface ScrolledGrid {
  rows: ComputedRef<RowWindow>
  columns: ComputedRef<RowWindow>
  /** Scrolls so that a row is in view. */
  reveal(row: number): void
  /** The first row that is wholly in view. */
  firstInView(): number
}

export interface GridMeasures {
  rowHeight: number
  /** Height of the header, which covers the top of the view. */
  header: number
  columnWidth: number
  /** Width of the row numbers, which cover the left of the view. */
  margin: number
}

/** The rows and columns to render in an element that scrolls both ways. */
export function useGridWindow(
  scroller: Readonly<ShallowRef<HTMLElement | null>>,
  size: () => { rows: number; columns: number },
  { rowHeight, header, columnWidth, margin }: GridMeasures,
): ScrolledGrid {
  const at = shallowRef({ top: 0, left: 0 })
  const view = shallowRef({ width: 800, height: 600 })
  const measure = () => {
    const element = scroller.value
    if (element !== null) view.value = { width: element.clientWidth, height: element.clientHeight }
  }
  const follow = () => {
    const element = scroller.value
    if (element !== null) at.value = { top: element.scrollTop, left: element.scrollLeft }
  }
  const observer = new ResizeObserver(measure)

  watch(scroller, (now, before) => {
    before?.removeEventListener('scroll', follow)
    observer.disconnect()
    if (now === null) return
    now.addEventListener('scroll', follow, { passive: true })
    observer.observe(now)
    measure()
    follow()
  })
  onScopeDispose(() => {
    scroller.value?.removeEventListener('scroll', follow)
    observer.disconnect()
  })

  const rows = computed(() => planWindow(size().rows, rowHeight, view.value.height - header, at.value.top))
  const columns = computed(() =>
    planWindow(size().columns, columnWidth, view.value.width - margin, at.value.left, 1),
  )
  const viewHeight = () => view.value.height - header

  function reveal(row: number): void {
    const element = scroller.value
    if (element === null) return
    element.scrollTop = scrollTo(row, size().rows, rowHeight, viewHeight(), element.scrollTop)
    follow()
  }

  function firstInView(): number {
    const { first, offset, count } = rows.value
    const above = Math.ceil((at.value.top - offset) / rowHeight)
    return first + Math.max(0, Math.min(count - 1, above))
  }
  return { rows, columns, reveal, firstInView }
}
