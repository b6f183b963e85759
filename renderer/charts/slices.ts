/** Milliseconds of the page's thread that are taken at a time. */
const SLICE = 8

/** Does work a slice at a time, so that the page answers in between: `step` does a little and says whether all is done. */
export function workInSlices(step: () => boolean, done: () => void): void {
  setTimeout(() => {
    const until = performance.now() + SLICE
    while (performance.now() < until) if (step()) return done()
    workInSlices(step, done)
  })
}
