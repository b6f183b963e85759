import { ModelFile } from '../../contract/schemas.ts'
import type { ScoreView } from '../../contract/views.ts'
import { readArguments, wholeNumber } from './arguments.ts'
import { DIALECT_OPTIONS, dialectOf } from './dialect-options.ts'
import { openDoor } from './door.ts'
import type { ExitStatus } from './exit-status.ts'
import { warningText } from './inspect-text.ts'
import { readJson } from './json-file.ts'
import { checkOutputs } from './outputs.ts'
import { printable, type Terminal } from './terminal.ts'
import { count, textTable } from './text-table.ts'
import { UsageError } from './usage-error.ts'

const OPTIONS = {
  labels: { type: 'string' },
  posteriors: { type: 'boolean' },
  json: { type: 'boolean' },
  threads: { type: 'string' },
  ...DIALECT_OPTIONS,
} as const

/** `basin score` */
export async function score(args: string[], terminal: Terminal): Promise<ExitStatus> {
  const form = { least: 2, most: 2, names: 'basin score MODEL.json FILE' }
  const { values, positionals } = readArguments(args, OPTIONS, form)
  const [modelPath, path] = positionals
  const { labels } = values
  const posteriors = values.posteriors === true
  if (posteriors && labels === undefined)
    throw new UsageError('--posteriors adds columns to the labelled file: give --labels OUT.csv too.')
  const threads = values.threads === undefined ? null : wholeNumber('--threads', values.threads, 1, 1024)
  await checkOutputs([labels ?? null], [path, modelPath])
  const model = await readJson(modelPath, ModelFile, 'a model that basin fit --model has written')
  const door = openDoor(threads)
  try {
    const { dataset } = await door.open(path, dialectOf(values), terminal.interrupted)
    const target = labels === undefined ? {} : { target: door.target(labels) }
    const result = await door.engine.score(
      { dataset, model, posteriors, ...target },
      { signal: terminal.interrupted },
    )
    terminal.print(values.json === true ? `${JSON.stringify(result, null, 2)}\n` : scoreText(path, result))
    return 0
  } finally {
    await door.close()
  }
}

function scoreText(
  path: string,
  { rows, rowsUsed, logLikelihood, sizes, warnings, exported }: ScoreView,
): string {
  const table = textTable(
    [['cluster', 'rows'], ...sizes.map((size, k) => [String(k + 1), count(size)])],
    [true, true],
  )
  const saved =
    exported === null
      ? ''
      : `\nwrote ${printable(exported.file)}: ${exported.rows} rows with ${exported.added.join(', ')}\n`
  const head = `${printable(path)}: ${count(rowsUsed)} of ${count(rows)} rows labelled, log-likelihood ${logLikelihood.toFixed(4)}\n`
  return `${head}\n${table}${warningText(warnings)}${saved}`
}
