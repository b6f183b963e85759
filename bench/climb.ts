// What acceleration and a first climb on a sample gain, and whether they find as good an optimum.
// node bench/climb.ts [samples | large, default both] [restarts, default 40]
import { readFileSync } from 'node:fs'
import { dealInitialisation } from '../core/mixture/deal.ts'
import { prepare } from '../core/mixture/prepare.ts'
import { columnsOf } from '../core/mixture/reference/reference.ts'
import { runRestart } from '../core/mixture/restart.ts'
import type { Acceleration, CovarianceModel, Prepared, RestartOutcome } from '../core/mixture/types.ts'
import { createRandom } from '../core/random/random.ts'
import { restartSeed } from '../core/random/seed.ts'

const which = process.argv[2] ?? 'both'
const restarts = Number(process.argv[3] ?? 40)
const MODELS: CovarianceModel[] = ['VVV', 'EEE', 'VVI']
const NEAR = 1e-3

interface Way {
  acceleration: Acceleration
  subsample: boolean
}

interface Run extends Way {
  outcomes: RestartOutcome[]
  passes: number
  milliseconds: number
}

interface Case {
  name: string
  prepared: Prepared
  components: number[]
}

function readCase(name: string, file: string, names: string[], components: number[]): Case {
  const text = readFileSync(new URL(file, import.meta.url), 'utf8')
  return { name, prepared: prepare(columnsOf(text, names), 'none').prepared, components }
}

/** Rows of `groups` Gaussians whose means are drawn with the standard deviation `apart`. */
function drawCase(
  name: string,
  rows: number,
  d: number,
  groups: number,
  apart: number,
  components: number[],
): Case {
  const random = createRandom(rows + d)
  const means = Array.from({ length: groups * d }, () => apart * random.normal())
  const scales = Array.from({ length: groups * d }, () => 0.5 + random.next())
  const columns = Array.from({ length: d }, () => new Float64Array(rows))
  for (let i = 0; i < rows; i++) {
    const k = random.below(groups)
    const shared = random.normal()
    for (let j = 0; j < d; j++)
      columns[j][i] = means[k * d + j] + scales[k * d + j] * (0.8 * random.normal() + 0.6 * shared)
  }
  return { name, prepared: prepare(columns, 'none').prepared, components }
}

function runOne(
  prepared: Prepared,
  components: number,
  covariance: CovarianceModel,
  index: number,
  run: Run,
): void {
  const before = process.cpuUsage()
  const outcome = runRestart(
    prepared,
    {
      ...{ components, covariance, index, acceleration: run.acceleration, subsample: run.subsample },
      initialisation: dealInitialisation('mixed', index),
      seed: restartSeed(1, components, covariance, index),
      tolerance: 1e-6,
      maxIterations: 2000,
      regularisation: { kind: 'relative', value: 1e-6 },
      prior: 'none',
      eigenvalueRatio: null,
    },
    { stopped: () => false, iterated: () => undefined },
  )
  const { user, system } = process.cpuUsage(before)
  run.outcomes.push(outcome)
  run.passes += outcome.iterations
  run.milliseconds += (user + system) / 1000
}

const valueOf = ({ status, logLikelihood }: RestartOutcome) =>
  status === 'collapsed' || logLikelihood === null ? -Infinity : logLikelihood

/** How often the second way ended higher, and lower, than the first from the same start. */
function compare(first: Run, second: Run): { higher: number; lower: number; best: number } {
  let [higher, lower] = [0, 0]
  first.outcomes.forEach((outcome, i) => {
    const [a, b] = [valueOf(outcome), valueOf(second.outcomes[i])]
    if (b > a + NEAR) higher++
    if (b < a - NEAR) lower++
  })
  const best = (run: Run) => Math.max(...run.outcomes.map(valueOf))
  return { higher, lower, best: best(second) - best(first) }
}

function table(
  title: string,
  cases: Case[],
  models: CovarianceModel[],
  ways: [Way, Way],
  count: number,
): void {
  process.stdout.write(`\n${title}, ${count} restarts from the same starts\n`)
  process.stdout.write(
    'data, n x d, K, model | passes | passes | ratio | cpu ms | cpu ms | ratio | higher | lower | best - best\n',
  )
  const totals = { passes: [0, 0], milliseconds: [0, 0], higher: 0, lower: 0, worse: 0, cells: 0 }
  for (const { name, prepared, components } of cases) {
    for (const K of components) {
      for (const covariance of models) {
        const runs = ways.map((way): Run => ({ ...way, outcomes: [], passes: 0, milliseconds: 0 }))
        for (let index = 0; index < count; index++)
          for (const run of runs) runOne(prepared, K, covariance, index, run)
        const [first, second] = runs
        const { higher, lower, best } = compare(first, second)
        runs.forEach((run, i) => {
          totals.passes[i] += run.passes
          totals.milliseconds[i] += run.milliseconds
        })
        totals.higher += higher
        totals.lower += lower
        totals.cells++
        if (best < -NEAR) totals.worse++
        const cells = [
          `${name}, ${prepared.rows} x ${prepared.dimension}, ${K}, ${covariance}`,
          ...[first.passes, second.passes, (first.passes / second.passes).toFixed(2)],
          ...runs.map((run) => run.milliseconds.toFixed(0)),
          (first.milliseconds / second.milliseconds).toFixed(2),
          ...[higher, lower, best.toFixed(4)],
        ]
        process.stdout.write(`${cells.join(' | ')}\n`)
      }
    }
  }
  const { passes, milliseconds, higher, lower, worse, cells } = totals
  process.stdout.write(
    `all: passes ${passes[0]} to ${passes[1]} (${(passes[0] / passes[1]).toFixed(2)} times fewer), cpu ${(milliseconds[0] / 1000).toFixed(1)} s to ${(milliseconds[1] / 1000).toFixed(1)} s (${(milliseconds[0] / milliseconds[1]).toFixed(2)} times less); ${higher} restarts ended higher, ${lower} lower, of ${cells * count}; the best of ${worse} of ${cells} cells is lower\n`,
  )
}

const plain: Way = { acceleration: 'none', subsample: false }
const squarem: Way = { acceleration: 'squarem', subsample: false }
if (which !== 'large') {
  const flowers = ['sepal_length', 'sepal_width', 'petal_length', 'petal_width']
  const scores = ['hours_per_week', 'reading', 'writing', 'mathematics', 'science']
  const cases = [
    readCase('Old Faithful', '../core/mixture/reference/faithful.csv', ['eruptions', 'waiting'], [2, 3, 5]),
    readCase('iris', '../core/mixture/reference/iris.csv', flowers, [2, 3, 5]),
    readCase('crabs', '../samples/crabs.csv', ['FL', 'RW', 'CL', 'CW', 'BD'], [2, 4, 5]),
    readCase('student scores', '../samples/student-scores.csv', scores, [2, 3, 5]),
    readCase('vowels', '../samples/vowels.csv', ['F1', 'F2'], [3, 5, 10]),
    drawCase('overlapping', 300, 2, 3, 1, [3]),
    drawCase('overlapping', 3000, 4, 4, 1, [4]),
  ]
  table('Plain EM, then SQUAREM', cases, MODELS, [plain, squarem], restarts)
}
if (which !== 'samples') {
  const fewer = Math.ceil(restarts / 4)
  const cases = [
    drawCase('overlapping', 20_000, 3, 4, 1.2, [4]),
    drawCase('overlapping', 200_000, 3, 4, 1.2, [4]),
  ]
  table('Plain EM, then SQUAREM', cases, ['VVV'], [plain, squarem], fewer)
  const many = [
    drawCase('apart', 100_000, 4, 5, 2.5, [5]),
    drawCase('overlapping', 100_000, 4, 5, 1.2, [5]),
    drawCase('overlapping', 500_000, 3, 4, 1.2, [4]),
  ]
  const title = 'SQUAREM on all rows, then with a first climb on a sample'
  table(title, many, ['VVV', 'VVI'], [squarem, { acceleration: 'squarem', subsample: true }], fewer)
}
