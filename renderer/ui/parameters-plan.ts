export interface ParametersPlan {
  /** Components to list, in order. */
  components: readonly number[]
  /** Components to choose one of; none where all are listed. */
  choices: readonly number[]
  /** Whether the covariances have columns. */
  covariances: boolean
}

/** A table of more cells holds up the window when it is made. */
const MOST_CELLS = 2_000
const MOST_COVARIANCES = 30
/** Weight, rows, name, mean, deviation. */
const OTHERS = 5

/** Which parameters of a mixture a table has room for. `order` holds the components as they are numbered; `at` is a place in it. */
export function planParameters(
  order: readonly number[],
  columns: readonly string[],
  at: number,
): ParametersPlan {
  const covariances = columns.length <= MOST_COVARIANCES
  const cells = order.length * columns.length * (OTHERS + (covariances ? columns.length : 0))
  if (cells <= MOST_CELLS || order.length < 2) return { components: order, choices: [], covariances }
  return { components: order.slice(at, at + 1), choices: order, covariances }
}
