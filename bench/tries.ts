// What the refinements of a cell cost, and what they find, by how far below the best they may be heading before they are dropped.
// Run: npx node bench/tries.ts [tries for each cell] [most components] [only sets whose name contains this] [models]
import { readFileSync } from 'node:fs'
import { DEFAULTS, defaultAcceleration } from '../contract/defaults.ts'
import { dealInitialisation } from '../core/mixture/deal.ts'
import { prepare } from '../core/mixture/prepare.ts'
import { columnsOf } from '../core/mixture/reference/reference.ts'
import { runRestart } from '../core/mixture/restart.ts'
import { createSameness } from '../core/mixture/sameness.ts'
import { groupSolutions } from '../core/mixture/solutions.ts'
import type { CovarianceModel, Prepared, RestartRequest } from '../core/mixture/types.ts'
import { refinementSeed, restartSeed } from '../core/random/seed.ts'
import { isUsable, type Outcome } from '../engine/fits/outcome.ts'
import { refine, type Reached, type Try } from '../engine/fits/refine.ts'

const MARGINS = [Infinity, 0.03, 0.01, 0]
const [tries = '300', most = '5', only = '', models = 'VVV'] = process.argv.slice(2)

const request = (
  covariance: CovarianceModel,
  components: number,
): Omit<RestartRequest, 'initialisation' | 'seed' | 'index'> => ({
  ...DEFAULTS,
  covariance,
  components,
  acceleration: defaultAcceleration(false),
})

const run = (prepared: Prepared, asked: RestartRequest): Outcome => {
  const outcome = runRestart(prepared, asked, { stopped: () => false, iterated: () => undefined })
  return { ...outcome, seconds: 0 }
}

/** The best of each usable solution that the plain restarts of a cell reach. */
function reachedOf(prepared: Prepared, covariance: CovarianceModel, components: number): Reached[] {
  const restarts = Array.from({ length: components === 1 ? 1 : DEFAULTS.restarts }, (_, index) => {
    const initialisation = dealInitialisation('mixed', index)
    const seed = restartSeed(DEFAULTS.seed, components, covariance, index)
    const outcome = run(prepared, { ...request(covariance, components), initialisation, index, seed })
    return { ...outcome, id: String(index), index }
  })
  return groupSolutions(restarts.filter(isUsable), createSameness(prepared.spread)).map(
    ({ best }) => best as Reached,
  )
}

/** The best of each cell, components rising, and the iterations of all tries. */
async function refined(
  prepared: Prepared,
  covariance: CovarianceModel,
  cells: readonly Reached[][],
  margin: number,
) {
  let iterations = 0
  let fewer: Reached | null = null
  const best: (number | null)[] = []
  for (const [at, reached] of cells.entries()) {
    const components = at + 1
    const tryOne = ({ index, initialisation, base, leastLimit }: Try) => {
      const seed = refinementSeed(DEFAULTS.seed, components, covariance, index)
      const limit = leastLimit === undefined ? {} : { leastLimit }
      const asked = { ...request(covariance, components), initialisation, index, seed, base, ...limit }
      const outcome = run(prepared, asked)
      iterations += outcome.iterations
      return Promise.resolve(outcome)
    }
    fewer = await refine({
      components,
      rows: prepared.rows,
      tries: components === 1 ? 0 : Number(tries),
      reached,
      fewer,
      margin,
      run: tryOne,
      joined: ({ index }) => `try ${index}`,
      stopped: () => false,
    })
    best.push(fewer?.logLikelihood ?? null)
  }
  return { iterations, best }
}

const sets = JSON.parse(readFileSync(new URL('optima.json', import.meta.url), 'utf8')) as Record<
  string,
  { file: string; columns: string[] }
>
process.stdout.write(
  '| set | model | margin | iterations | best of 2, 3, … components |\n|---|---|---|---|---|\n',
)
for (const [name, { file, columns }] of Object.entries(sets).filter(([key]) => key.includes(only))) {
  const text = readFileSync(new URL(file, import.meta.url), 'utf8')
  const { prepared } = prepare(columnsOf(text, columns), 'none')
  for (const model of models.split(',') as CovarianceModel[]) {
    const cells = Array.from({ length: Number(most) }, (_, at) => reachedOf(prepared, model, at + 1))
    for (const margin of MARGINS) {
      const { iterations, best } = await refined(prepared, model, cells, margin)
      const values = best.slice(1).map((value) => value?.toFixed(3) ?? '–')
      process.stdout.write(`| ${name} | ${model} | ${margin} | ${iterations} | ${values.join(', ')} |\n`)
    }
  }
}
