const EARLIEST = 20
const IN_A_ROW = 3
const HORIZON = 100
const MARGIN = 10

const LIMIT = 0
const BELOW = 1

/** Where one restart is heading. */
export interface Outlook {
  /** All it knows; copying it over another's makes that one go on from here. */
  readonly memory: Float64Array
  /** The last estimate of the log-likelihood at the end of the climb; null where there has been none. */
  readonly limit: number | null
  /** Whether the climb is heading for less than it must reach, so steadily that the estimate may be trusted. */
  readonly hopeless: boolean
  /** The log-likelihood after `iterations`, and what is estimated to come: NaN where there is no estimate. */
  see(iterations: number, logLikelihood: number, toCome: number): void
}

/**
 * Keeps the estimates of where a climb will end. It is hopeless once three in a row, from the twentieth iteration on, fall
 * short of `leastLimit` though ten times as much came as is foreseen, and a hundred more rises of the estimate like its last:
 * while the slow part of a climb hides behind the fast one, or a plateau is left, each estimate is higher than the one before.
 */
export function createOutlook(leastLimit: number): Outlook {
  const memory = new Float64Array([NaN, 0])
  return {
    memory,
    get limit() {
      return Number.isNaN(memory[LIMIT]) ? null : memory[LIMIT]
    },
    get hopeless() {
      return memory[BELOW] >= IN_A_ROW
    },
    see(iterations, logLikelihood, toCome) {
      const limit = logLikelihood + toCome
      const highest = logLikelihood + MARGIN * toCome + HORIZON * Math.max(0, limit - memory[LIMIT])
      memory[BELOW] = highest < leastLimit && iterations >= EARLIEST ? memory[BELOW] + 1 : 0
      if (!Number.isNaN(limit)) memory[LIMIT] = limit
    },
  }
}
