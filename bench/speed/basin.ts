// Basin's restart as a contestant. Arguments: rows file, start file, n, d, K, VVV or VVI, and `plain` for the kernel without
// WebAssembly. Protocol: see README.md.
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { prepare } from '../../core/mixture/prepare.ts'
import { runRestart } from '../../core/mixture/restart.ts'
import type { CovarianceModel, RestartRequest } from '../../core/mixture/types.ts'
import { columnsOf } from './overlapping.ts'

const [rowsFile, startFile, ...words] = process.argv.slice(2)
const [rows, dimension, components] = words.slice(0, 3).map(Number)
const numbers = (path: string) => new Float64Array(Uint8Array.from(readFileSync(path)).buffer)

// The kernel looks for WebAssembly when the first rows are prepared.
if (words[4] === 'plain') Reflect.deleteProperty(globalThis, 'WebAssembly')
const { prepared } = prepare(columnsOf({ rows, dimension, components, values: numbers(rowsFile) }), 'none')
const start = numbers(startFile)
const means = components + components * dimension
const request: RestartRequest = {
  components,
  covariance: words[3] as CovarianceModel,
  initialisation: 'given',
  index: 0,
  seed: 1,
  tolerance: 0,
  maxIterations: 0,
  regularisation: { kind: 'relative', value: 0 },
  prior: 'none',
  eigenvalueRatio: null,
  acceleration: 'none',
  subsample: false,
  start: {
    kind: 'parameters',
    mixture: {
      components,
      dimension,
      weights: start.slice(0, components),
      means: start.slice(components, means),
      covariances: start.slice(means),
    },
  },
}

function run(maxIterations: number): number {
  const outcome = runRestart(
    prepared,
    { ...request, maxIterations },
    { stopped: () => false, iterated: () => undefined },
  )
  if (outcome.iterations !== maxIterations || outcome.logLikelihood === null)
    throw new Error(`Asked for ${maxIterations} iterations, got ${outcome.iterations}: ${outcome.reason}`)
  return outcome.logLikelihood
}

process.stdout.write(`Node ${process.versions.node}, V8 ${process.versions.v8}\n`)
for await (const line of createInterface({ input: process.stdin })) {
  const [iterations, repeats] = line.split(' ').map(Number)
  const before = process.cpuUsage()
  const began = performance.now()
  let logLikelihood = NaN
  for (let i = 0; i < repeats; i++) logLikelihood = run(iterations)
  const { user, system } = process.cpuUsage(before)
  process.stdout.write(`${(user + system) / 1e6} ${(performance.now() - began) / 1e3} ${logLikelihood}\n`)
}
