import { onScopeDispose } from 'vue'

/**
 * For work that would make a frame late: it is done in a task of its own after the next frame, once however often it was
 * asked for before then, and not at all once the calling scope has ended.
 */
export function useAfterFrame(work: () => void): () => void {
  let frame = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let asked = false

  onScopeDispose(() => {
    cancelAnimationFrame(frame)
    clearTimeout(timer)
  })

  return () => {
    if (asked) return
    asked = true
    frame = requestAnimationFrame(() => {
      timer = setTimeout(() => {
        asked = false
        work()
      })
    })
  }
}
