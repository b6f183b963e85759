const MOST_MILLISECONDS = 8

/** Takes all steps and lets other work of the thread come between them: no stretch of steps takes much longer than 8 ms. */
export async function gently<T>(steps: Iterator<unknown, T>): Promise<T> {
  let until = performance.now() + MOST_MILLISECONDS
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
    if (performance.now() < until) continue
    await new Promise((resolve) => setImmediate(resolve))
    until = performance.now() + MOST_MILLISECONDS
  }
}
