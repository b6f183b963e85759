/** Work that is asked for again and again, perhaps faster than the page can do it. */
export interface Respite {
  /** Has it done: at once where the page has been idle since the last time, else once it is. */
  ask(): void
  /** Does now what has been asked for and not been done. */
  finish(): void
}

/** A page that is never idle, or that nobody sees, still does it so often. */
const LONGEST = 1000

/** Leaves the page a moment for everything else after each time: what the person does is never behind what only tells how far it is. */
export function createRespite(work: () => void): Respite {
  let resting = false
  let asked = false

  function act(): void {
    asked = false
    resting = true
    requestIdleCallback(
      () => {
        resting = false
        if (asked) act()
      },
      { timeout: LONGEST },
    )
    work()
  }

  return {
    ask() {
      asked = true
      if (!resting) act()
    },
    finish() {
      if (!asked) return
      asked = false
      work()
    },
  }
}
