// How often BIC chooses the mixture that rows were drawn from: Basin's restarts, scikit-learn's default, mclust's default.
// npx node bench/choice.ts [data sets, default 200] [restarts, default 20] [refinements, default 20]
// Needs python3 with scikit-learn and Rscript with mclust; PYTHON names another Python.
import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { COVARIANCE_MODELS } from '../contract/covariance-models.ts'
import { DEFAULTS } from '../contract/defaults.ts'
import { openBench, settingsOf } from '../engine/fixtures/bench.ts'
import { generate, SHAPES, type Drawn } from './choice/generate.ts'

interface Choice {
  bic: number
  components: number
  covariance: string
  failed: number
  seconds: number
}

const run = promisify(execFile)
const say = (text: string) => process.stdout.write(`${text}\n`)
const [sets = 200, restarts = 20, refinements = 20] = process.argv.slice(2).map(Number)
const MOST = 9
const script = (name: string) => fileURLToPath(new URL(`choice/${name}`, import.meta.url))
const drawn = Array.from({ length: sets }, (_, number) => generate(number))
const folder = await mkdtemp(join(tmpdir(), 'basin-choice-'))

try {
  const paths = drawn.map((_, number) => join(folder, `${String(number)}.csv`))
  await Promise.all(drawn.map(({ text }, number) => writeFile(paths[number], text)))
  const [sklearn, mclust] = await Promise.all([
    choices(process.env['PYTHON'] ?? 'python3', script('sklearn_choice.py'), paths),
    choices('Rscript', script('mclust_choice.R'), paths),
  ])
  const four = await basin(SHAPES)
  const fourteen = await basin(COVARIANCE_MODELS)
  say(
    `${String(sets)} data sets; Basin: ${String(restarts)} restarts and at most ${String(refinements)} refinements per cell`,
  )
  say(
    '| Chosen by lowest BIC | K right | K and model right | K too small | K too large | BIC above the lowest of all | Cells not fitted | Processor time, s |',
  )
  say('| --- | --- | --- | --- | --- | --- | --- | --- |')
  const all = {
    'Basin, 4 models': four,
    'scikit-learn, 4 models': sklearn,
    'Basin, 14 models': fourteen,
    'mclust, 14 models': mclust,
  }
  for (const [name, list] of Object.entries(all)) {
    const rivals = name.includes('14') ? [fourteen, mclust] : [four, sklearn]
    say(line(name, list, rivals))
  }
} finally {
  await rm(folder, { recursive: true, force: true })
}

async function choices(command: string, file: string, paths: string[]): Promise<Choice[]> {
  const { stdout, stderr } = await run(command, [file, ...paths], { maxBuffer: 1 << 26 })
  say(stderr.trim())
  return stdout
    .trim()
    .split('\n')
    .map((text) => JSON.parse(text) as Choice)
}

async function basin(covariances: readonly (typeof COVARIANCE_MODELS)[number][]): Promise<Choice[]> {
  const bench = await openBench()
  const found: Choice[] = []
  try {
    for (const one of drawn) {
      found.push(await choose(bench, one, covariances))
      if (found.length % 20 === 0)
        process.stderr.write(`${String(found.length)} sets, ${String(covariances.length)} models\n`)
    }
  } finally {
    await bench.close()
  }
  return found
}

async function choose(
  bench: Awaited<ReturnType<typeof openBench>>,
  { text, dimension }: Drawn,
  covariances: readonly (typeof COVARIANCE_MODELS)[number][],
): Promise<Choice> {
  const { dataset } = await bench.openText('drawn.csv', text)
  const begun = process.cpuUsage()
  const settings = settingsOf({
    columns: Array.from({ length: dimension }, (_, j) => j),
    components: { from: 1, to: MOST },
    covariances: [...covariances],
    restarts,
    refinements,
    tolerance: DEFAULTS.tolerance,
    regularisation: DEFAULTS.regularisation,
    acceleration: 'squarem',
  })
  const { best, solutions } = await bench.engine.fit({ dataset, settings })
  const { user, system } = process.cpuUsage(begun)
  await bench.engine.close({ dataset })
  const chosen = solutions.find(({ id }) => id === best)
  if (chosen === undefined) throw new Error('No restart gave a usable model.')
  const { bic, components, covariance } = chosen
  const fitted = new Set(solutions.map((one) => `${one.covariance}-${String(one.components)}`)).size
  return {
    bic,
    components,
    covariance,
    failed: covariances.length * MOST - fitted,
    seconds: (user + system) / 1e6,
  }
}

function line(name: string, list: Choice[], rivals: Choice[][]): string {
  const count = (is: (choice: Choice, truth: Drawn, at: number) => boolean) =>
    String(list.filter((choice, at) => is(choice, drawn[at], at)).length)
  const lowest = drawn.map((_, at) => Math.min(...rivals.map((rival) => rival[at].bic)))
  const cells = [
    count((choice, truth) => choice.components === truth.components),
    count(
      (choice, truth) => choice.components === truth.components && choice.covariance === truth.covariance,
    ),
    count((choice, truth) => choice.components < truth.components),
    count((choice, truth) => choice.components > truth.components),
    count((choice, _, at) => choice.bic > lowest[at] + 0.01),
    String(list.reduce((sum, { failed }) => sum + failed, 0)),
    list.reduce((sum, { seconds }) => sum + seconds, 0).toFixed(0),
  ]
  return `| ${name} | ${cells.join(' | ')} |`
}
