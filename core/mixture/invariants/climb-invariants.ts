import { prepare } from '../prepare.ts'
import type { CovarianceModel, RestartOutcome } from '../types.ts'
import { condition, run, type Case, type Run } from './case.ts'

/** What does not hold, in words, with the invariant's number in docs/numerics.md. */
export type Violations = string[]

const relative = (got: number, wanted: number) => Math.abs(got - wanted) / (1 + Math.abs(wanted))

/**
 * I1: the log-likelihood never falls; with a floor, where no component is so flat that the floor carries it. I16: the same
 * request gives the same bytes.
 */
export function climbing(drawn: Case, { trace, outcome }: Run): Violations {
  const found: Violations = []
  const floor = drawn.request.regularisation.value > 0
  const flat = outcome.flags.some(({ code }) => code === 'spurious' || code === 'emptied')
  const carried = floor && (outcome.status === 'collapsed' || flat)
  const limit = floor ? 1e-6 : 1e-10
  for (let t = 1; t < trace.length && !carried; t++)
    if (!(trace[t] >= trace[t - 1] - limit * (1 + Math.abs(trace[t]))))
      found.push(`I1: iteration ${t + 1} fell by ${trace[t - 1] - trace[t]}`)
  const again = run(drawn.prepared, drawn.request)
  if (JSON.stringify(again) !== JSON.stringify({ outcome, trace })) found.push('I16: other bytes')
  return found
}

/** Models that stay themselves when each column gets a unit of its own. */
const SCALE_FREE: readonly CovarianceModel[] = ['EEI', 'VEI', 'EVI', 'VVI', 'EEE', 'VEE', 'EVV', 'VVV']

/**
 * How much more than its limit rounding may move a fit: in proportion to condition numbers above 1e6; null where nothing can be
 * said, for it collapsed or a component holds less than one row.
 */
function slackOf({ prepared }: Case, { status, mixture }: RestartOutcome): number | null {
  if (status === 'collapsed' || mixture === null) return null
  if (mixture.weights.some((weight) => weight * prepared.rows < 1)) return null
  return Math.max(1, condition(mixture, prepared.spread) / 1e6)
}

/** I10: what other orders, origins, units and repetitions of the rows and columns do. */
export function symmetric(drawn: Case, { outcome }: Run): Violations {
  const slack = slackOf(drawn, outcome)
  if (outcome.logLikelihood === null || slack === null) return []
  const { columns, labels, request, random } = drawn
  const rows = labels.length
  const found: Violations = []
  const check = (name: string, other: Float64Array[], otherLabels: Uint16Array, expected: number) => {
    const start = { kind: 'labels', labels: otherLabels } as const
    const got = run(prepare(other, 'none').prepared, request, { start }).outcome.logLikelihood
    if (got === null || !(relative(got, expected) <= 1e-8 * slack))
      found.push(`I10 ${name}: ${got}, not ${expected}`)
  }
  const own = outcome.logLikelihood
  const order = shuffled(rows, random.below)
  const reordered = columns.map((column) => Float64Array.from(order, (i) => column[i]))
  check(
    'rows in another order',
    reordered,
    Uint16Array.from(order, (i) => labels[i]),
    own,
  )
  check('columns in another order', columns.toReversed(), labels, own)
  const free = SCALE_FREE.includes(request.covariance)
  const common = 10 ** (6 * random.next() - 3)
  const units = columns.map(() => (free ? 10 ** (6 * random.next() - 3) : common))
  const moved = columns.map((column, j) => column.map((value) => (value - column[0]) * units[j]))
  check('other units', moved, labels, own - rows * units.reduce((sum, unit) => sum + Math.log(unit), 0))
  const twice = columns.map((column) => Float64Array.of(...column, ...column))
  check('rows doubled', twice, Uint16Array.of(...labels, ...labels), 2 * own)
  return found
}

/** I11: components in another order in the start give the same fit. */
export function nameless(drawn: Case, { outcome }: Run): Violations {
  const slack = slackOf(drawn, outcome)
  if (outcome.logLikelihood === null || slack === null) return []
  const { components } = drawn.request
  const start = {
    kind: 'labels',
    labels: drawn.labels.map((label) => components - 1 - label),
  } as const
  const got = run(drawn.prepared, drawn.request, { start }).outcome.logLikelihood
  return got !== null && relative(got, outcome.logLikelihood) <= 1e-9 * slack
    ? []
    : [`I11: ${got}, not ${outcome.logLikelihood}`]
}

/**
 * I12: one more step from where it converged gains less than the tolerance. I17: a result to full precision converges at once, to
 * the same value, where rounding is small enough to be told from gains: condition numbers up to 5e3.
 */
export function settled(drawn: Case): Violations {
  const { prepared, request } = drawn
  const plain = {
    regularisation: { kind: 'relative', value: 0 },
    tolerance: 1e-6,
    maxIterations: 20_000,
  } as const
  const { outcome } = run(prepared, request, plain)
  const { mixture, logLikelihood } = outcome
  if (outcome.status !== 'converged' || mixture === null || logLikelihood === null) return []
  const start = { kind: 'parameters', mixture } as const
  const more = run(prepared, request, { ...plain, maxIterations: 1, start }).outcome
  const found: Violations = []
  const gain = (more.logLikelihood ?? Infinity) - logLikelihood
  if (!(Math.abs(gain) < 1e-6 + 1e-11 * Math.abs(logLikelihood)))
    found.push(`I12: one more step gained ${gain}`)
  const exact = run(prepared, request, { ...plain, tolerance: 1e-11, start }).outcome
  if (exact.status !== 'converged' || exact.mixture === null) return found
  if (condition(exact.mixture, prepared.spread) > 5e3) return found
  const saved = { kind: 'parameters', mixture: exact.mixture } as const
  const refit = run(prepared, request, { ...plain, start: saved }).outcome
  if (refit.status !== 'converged' || refit.iterations > 2)
    found.push(`I17: ${refit.status} after ${refit.iterations}`)
  if (!(relative(refit.logLikelihood ?? NaN, exact.logLikelihood ?? NaN) <= 1e-9))
    found.push(`I17: ${refit.logLikelihood}, not ${exact.logLikelihood}`)
  return found
}

function shuffled(count: number, below: (n: number) => number): number[] {
  const order = Array.from({ length: count }, (_, i) => i)
  for (let i = count - 1; i > 0; i--) {
    const j = below(i + 1)
    ;[order[i], order[j]] = [order[j], order[i]]
  }
  return order
}
