const WORK_PER_CALL = 2e6

/** Lets whoever waits stop long arithmetic. */
export interface Brake {
  /** Asked about every two million multiplications. */
  readonly stopped: () => boolean
  /** Multiplications since it was asked last. */
  work: number
  /** Whether it ever said yes. Everything under this brake then ends at once, and what it leaves is not to be used. */
  pulled: boolean
}

export function createBrake(stopped: () => boolean): Brake {
  return { stopped, work: 0, pulled: false }
}

/** Counts multiplications, made or about to be. Returns whether the brake is pulled. */
export function spend(brake: Brake, work: number): boolean {
  brake.work += work
  if (brake.pulled || brake.work < WORK_PER_CALL) return brake.pulled
  brake.work = 0
  brake.pulled = brake.stopped()
  return brake.pulled
}
