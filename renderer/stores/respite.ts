/** Work that is asked for again and again, perhaps faster than the page can do it. */
export interface Respite {
  /** Has it done: at once where the page has been idle since the last time, else once it is. */
  ask(): void
  /** Does now what has been asked for and not been done. */
  finish(): void
}

/** So often it is done in a page that is never idle. One out of sight has no idle moments, and its timers may come once a minute. */
const LONGEST = 1000

/** Leaves the page a moment for everything else after each time: what the person does is never behind what only tells how far it is. */
export function createRespite(work: () => void): Respite {
  let resting = false
  let asked = false
  let since = 0

  function act(): void {
    asked = false
    since = performance.now()
    if (!resting) requestIdleCallback(rested, { timeout: LONGEST })
    resting = true
    work()
  }

  function rested(): void {
    resting = false
    if (asked) act()
  }

  return {
    ask() {
      asked = true
      if (!resting || performance.now() - since >= LONGEST) act()
    },
    finish() {
      if (!asked) return
      asked = false
      work()
    },
  }
}
