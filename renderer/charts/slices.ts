/** Milliseconds of the page's thread that are taken at a time. */
const SLICE = 8

/** Does work a slice at a time, so that the page answers in between: `step` does a little and says whether all is done. */
export function workInSlices(step: () => boolean, done: () => void): void {
  inNextTask(() => {
    const until = performance.now() + SLICE
    while (performance.now() < until) if (step()) return done()
    workInSlices(step, done)
  })
}

/** By a message: timers that follow each other are held back for four milliseconds each. */
function inNextTask(work: () => void): void {
  const { port1, port2 } = new MessageChannel()
  port1.onmessage = () => {
    port1.close()
    work()
  }
  port2.postMessage(null)
}
