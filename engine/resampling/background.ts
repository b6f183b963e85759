import type { Run, Runner } from '../fits/runner.ts'

/** Behind every restart of a fit: no plan has so many. */
const BEHIND = 1e9
/** More than the restarts of any replicate. */
const EACH = 1e7

/** A runner for one replicate: whatever a person waits for goes first, and earlier replicates before later ones. */
export function inBackground(runner: Runner, replicate: number): Runner {
  return {
    lanes: runner.lanes,
    run: (run: Run) => runner.run({ ...run, order: BEHIND + replicate * EACH + run.order }),
  }
}
