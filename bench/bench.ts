// Time per EM iteration and of the whole job, and its growth; with --peers beside scikit-learn, Armadillo, mclust and C.
import { readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { CASES, nameOf, type Model } from './speed/cases.ts'
import { growthTable, measureGrowth } from './speed/growth.ts'
import { installPeers } from './speed/install.ts'
import { AGREEMENT, iterationTables, timeIterations, type IterationTime } from './speed/iterations.ts'
import { isWorse, jobTable, timeJob, type Job } from './speed/job.ts'

const { values: options } = parseArgs({
  options: {
    peers: { type: 'boolean', default: false },
    growth: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '5' },
    only: { type: 'string', default: '' },
    jobs: { type: 'string', default: 'short' },
    json: { type: 'string' },
    markdown: { type: 'string' },
  },
})
const { peers } = options
/** Most rows of a whole job: a million take scikit-learn more than half an hour. */
const JOB_ROWS: Record<string, number> = { none: 0, short: 100_000, all: Infinity }
if (!(options.jobs in JOB_ROWS)) throw new Error('--jobs is none, short or all.')
const rounds = Number(options.rounds)
const say = (text: string) => void process.stderr.write(`${text}\n`)

const command = `npm run bench -- ${process.argv.slice(2).join(' ')}`.trim()
const machine = `${new Date().toISOString().slice(0, 10)}, ${cpus().length} × ${cpus()[0].model.trim()}`
const { part, text, results, agreed } = options.growth ? await growth() : await speed()
const report = `\`${command}\`\n\n${machine}\n\n${text}`
process.stdout.write(`${report}`)
if (options.json !== undefined)
  writeFileSync(options.json, `${JSON.stringify({ command, machine, ...results }, null, 2)}\n`)
if (options.markdown !== undefined) replacePart(options.markdown, part, report)
process.exitCode = agreed ? 0 : 1

async function growth() {
  const found = await measureGrowth(rounds)
  return { part: 'growth', text: growthTable(found), results: { growth: found }, agreed: true }
}

async function speed() {
  if (peers) installPeers(say)
  const chosen = CASES.filter(
    (of) => options.only === '' || options.only.replaceAll('x', '×').split(' ').includes(nameOf(of)),
  )
  const iterations: IterationTime[] = []
  const jobs: Job[] = []
  for (const model of (rounds > 0 ? ['VVV', 'VVI'] : []) satisfies Model[]) {
    for (const of of chosen) {
      say(`${nameOf(of)}, ${model}: time per iteration`)
      const times = await timeIterations(of, model, peers, rounds)
      say(times.map(({ name, cpu }) => `  ${name} ${cpu.toPrecision(3)} ms`).join(''))
      iterations.push(...times)
    }
  }
  for (const of of chosen.filter(({ rows }) => rows <= JOB_ROWS[options.jobs])) {
    if (of.job === null) continue
    say(`${nameOf(of)}: the whole job`)
    jobs.push(await timeJob(of, of.job, peers))
  }
  const versions = [...new Set(iterations.map(({ name, version }) => `${name}: ${version}`))].join('; ')
  const tables = rounds > 0 ? [iterationTables(iterations, 'VVV'), iterationTables(iterations, 'VVI')] : []
  if (jobs.length > 0) tables.push(jobTable(jobs))
  return {
    part: rounds > 0 ? 'speed' : 'jobs',
    text: [...(versions === '' ? [] : [`${versions}\n`]), ...tables].join('\n'),
    results: { iterations, jobs },
    agreed: iterations.every(({ difference }) => difference <= AGREEMENT) && !jobs.some(isWorse),
  }
}

/** Puts the report between the two comments of its name. */
function replacePart(path: string, name: string, report: string): void {
  const [open, close] = [`<!-- ${name} -->`, `<!-- end of ${name} -->`]
  const text = readFileSync(path, 'utf8')
  const [from, to] = [text.indexOf(open), text.indexOf(close)]
  if (from < 0 || to < from) throw new Error(`${path} has no part between ${open} and ${close}.`)
  writeFileSync(path, `${text.slice(0, from + open.length)}\n\n${report}\n${text.slice(to)}`)
}
