/** Work of one kind, in units that cost about the same. */
export interface Tally {
  /** Units done, and the seconds that threads spent on them. */
  done: number
  seconds: number
  left: number
}

/**
 * Seconds until all is done, if what is left costs as much per unit as what is done, and as many threads are busy with it.
 * `busy` is all the threads' seconds so far. Null until a restart is done; before the first try a try counts as a restart.
 */
export function secondsLeft(restarts: Tally, tries: Tally, busy: number, elapsed: number): number | null {
  if (restarts.done === 0 || busy === 0) return null
  const each = restarts.seconds / restarts.done
  const eachTry = tries.done === 0 ? each : tries.seconds / tries.done
  return (elapsed * (each * restarts.left + eachTry * tries.left)) / busy
}
