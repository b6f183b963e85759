import type { RestartControl } from '../core/mixture/types.ts'
import { snapshotOver } from './snapshot.ts'

const SNAPSHOT_MILLISECONDS = 100

/** Leaves the first parameters at once, then the latest every now and then: they are copied out, which an iteration may not afford. */
export function snapshots(buffer: SharedArrayBuffer): NonNullable<RestartControl['reached']> {
  const snapshot = snapshotOver(buffer)
  let due = 0
  return (iterations, logLikelihood, entropy, mixture) => {
    const now = performance.now()
    if (now < due) return
    due = now + SNAPSHOT_MILLISECONDS
    snapshot.write({ iterations, logLikelihood, entropy, mixture: mixture() })
  }
}
