// Whether Basin, asked as mclust is (one hierarchical start, no regularisation, fourteen models, 1 to 9 components), makes the choices
// that mclust documents, and what restarts choose: npx node bench/mclust-choices.ts [restarts, default 20] [refinements, default 10]
// Needs Rscript with mclust, whose data sets are read from there.
import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { COVARIANCE_MODELS } from '../contract/covariance-models.ts'
import { isSetAside } from '../contract/set-aside.ts'
import type { FitSettings } from '../contract/settings.ts'
import { openBench, settingsOf } from '../engine/fixtures/bench.ts'

const say = (text: string) => process.stdout.write(`${text}\n`)
const [restarts = 20, refinements = 10] = process.argv.slice(2).map(Number)
const bench = await openBench()

try {
  const script = fileURLToPath(new URL('peers/mclust_choices.R', import.meta.url))
  const { stdout } = await promisify(execFile)('Rscript', [script, bench.folder])
  const [version = '', ...lines] = stdout.trim().split('\n')
  say(`${version}; BIC with our sign: lower is better\n`)
  say('| rows | mclust | the same to 1e-12 | Basin, asked the same way | Basin, with restarts |')
  say('| --- | --- | --- | --- | --- |')
  for (const line of lines) {
    const [name = '', rows = '', model = '', components = '', bic, converged] = line.split(' ')
    const same = await chosen(name, { initialisation: 'hierarchical', restarts: 1 })
    const more = await chosen(name, { initialisation: 'mixed', restarts, refinements })
    const cells = [`${name} (${rows})`, `${model},${components} ${text(bic)}`, text(converged), same, more]
    say(`| ${cells.join(' | ')} |`)
  }
} finally {
  await bench.close()
}

/** The model of lowest BIC that is not set aside. */
async function chosen(name: string, changes: Partial<FitSettings>): Promise<string> {
  const csv = await readFile(join(bench.folder, `${name}.csv`))
  const { dataset, columns } = await bench.openText(`${name}-again.csv`, csv)
  const { solutions, restarts: ran } = await bench.engine.fit({
    dataset,
    settings: settingsOf({
      columns: columns.map(({ index }) => index),
      components: { from: 1, to: 9 },
      covariances: [...COVARIANCE_MODELS],
      acceleration: 'squarem',
      ...changes,
    }),
  })
  const best = solutions.find(({ warnings }) => !isSetAside(warnings))
  if (best === undefined) return 'none'
  const tried = ran.filter(
    (one) =>
      one.covariance === best.covariance && one.components === best.components && one.state !== 'stopped',
  )
  return `${best.covariance},${best.components} ${best.bic.toFixed(3)} (${best.hits} of ${tried.length})`
}

function text(bic: string | undefined): string {
  return (-Number(bic)).toFixed(3)
}
