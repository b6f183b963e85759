import { prepare } from '../core/mixture/prepare.ts'
import { spaced, usedRows, valuesAt } from '../core/mixture/preflight/used-rows.ts'
import { runRestart } from '../core/mixture/restart.ts'
import type { RestartRequest, Scaling } from '../core/mixture/types.ts'

/** A trial run of a restart on a sample of the rows. */
export interface Pilot {
  /** Of the sample. */
  rows: number
  iterations: number
  seconds: number
  /** It ran to its end; otherwise its time was up. */
  ended: boolean
}

const MOST_ROWS = 4000
/** Rows × components × columns × (columns + 1): what one pass takes, in about a millisecond. */
const MOST_WORK = 2_000_000
const MILLISECONDS = 40
/** Until there is an iteration to judge by: other programs may have the processor. */
const FIRST_MILLISECONDS = 1000

/** Runs restarts on evenly spaced rows, each for a moment; null for one that came to no iteration. The first is run twice, to warm up. */
export function runPilots(
  columns: readonly Float64Array[],
  scaling: Scaling,
  requests: readonly RestartRequest[],
  cancelled: () => boolean,
): (Pilot | null)[] {
  const { rows } = usedRows(columns)
  const d = columns.length
  const widest = Math.max(...requests.map(({ components }) => components))
  const most = Math.max(20 * widest, Math.min(MOST_ROWS, Math.floor(MOST_WORK / (widest * d * (d + 1)))))
  const sample = spaced(rows, most)
  const { prepared } = prepare(
    columns.map((column) => valuesAt(column, sample)),
    scaling,
  )
  const trial = (request: RestartRequest): Pilot | null => {
    if (cancelled() || request.components > prepared.rows) return null
    const began = performance.now()
    const passed = () => performance.now() - began
    let most = FIRST_MILLISECONDS
    const stopped = () => cancelled() || passed() > most
    const iterated = () => void (most = MILLISECONDS)
    const { iterations, status } = runRestart(prepared, request, { stopped, iterated })
    return iterations === 0
      ? null
      : { rows: prepared.rows, iterations, seconds: passed() / 1000, ended: status !== 'stopped' }
  }
  if (requests.length > 0) trial(requests[0])
  return requests.map(trial)
}
