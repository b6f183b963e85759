import type { Page } from '@playwright/test'

export interface Stillness {
  longestTask: number
  tasksOver50: number
  longestGapBetweenFrames: number
}

/**
 * Watches the main thread of a page from its beginning: long tasks as the browser reports them, and the gaps between frames. Its report tells
 * of what follows a task before the next can begin as of another task: where that matters, take a trace (`opening/long-tasks.ts`).
 */
export async function watchStillness(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const seen = { longestTask: 0, tasksOver50: 0, longestGapBetweenFrames: 0 }
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) {
        seen.tasksOver50++
        seen.longestTask = Math.max(seen.longestTask, duration)
      }
    }).observe({ entryTypes: ['longtask'] })
    let last = performance.now()
    const frame = (now: number) => {
      seen.longestGapBetweenFrames = Math.max(seen.longestGapBetweenFrames, now - last)
      last = now
      requestAnimationFrame(frame)
    }
    requestAnimationFrame(frame)
    Object.assign(globalThis, { basinStillness: seen })
  })
}

/** What was seen since the last call, in milliseconds. */
export const takeStillness = (page: Page): Promise<Stillness> =>
  page.evaluate(() => {
    const seen = (globalThis as unknown as { basinStillness: Stillness }).basinStillness
    const copy = { ...seen }
    Object.assign(seen, { longestTask: 0, tasksOver50: 0, longestGapBetweenFrames: 0 })
    return copy
  })

export function sayStillness({ longestTask, tasksOver50, longestGapBetweenFrames }: Stillness): string {
  const longest = longestTask > 0 ? `${longestTask.toFixed(0)} ms` : 'under 50 ms'
  return `longest main-thread task ${longest}, ${tasksOver50} over 50 ms, longest gap between frames ${longestGapBetweenFrames.toFixed(0)} ms`
}
