import type { ReplicatesView } from '../../contract/resampling-views.ts'

const LEAST_MILLISECONDS = 200
/** Summing up takes no more than so much of the engine's time. */
const SHARE = 1 / 20

/** How long replicates have taken, and are still to take. */
export interface Pace {
  times(done: number, asked: number): Pick<ReplicatesView, 'seconds' | 'secondsLeft'>
  /** Tells what `sum` comes to, unless that was told a moment ago. */
  tell<View>(onProgress: ((view: View) => void) | undefined, sum: () => View): void
}

export function createPace(now = () => performance.now()): Pace {
  const began = now()
  let next = 0
  return {
    times(done, asked) {
      const seconds = (now() - began) / 1000
      return { seconds, secondsLeft: done === 0 || done >= asked ? null : (seconds / done) * (asked - done) }
    },
    tell(onProgress, sum) {
      const since = now()
      if (onProgress === undefined || since < next) return
      onProgress(sum())
      next = now() + Math.max(LEAST_MILLISECONDS, (now() - since) / SHARE)
    },
  }
}
