const MOST_BYTES = 1 << 26

/**
 * To be called as a task begins, with the bytes of shared memory it was given. V8 does not count shared memory, so a thread with
 * little else to collect would hold the rows of fits that ended long ago; memory that it does count, never touched and dropped
 * at once, makes it collect them.
 */
export function release(bytes: number): void {
  new ArrayBuffer(Math.min(bytes, MOST_BYTES))
}
