import { plainJson } from '../../contract/plain-json.ts'
import { ModelSource } from '../../contract/schemas.ts'
import type { ScoreView } from '../../contract/views.ts'
import { plainly } from '../../contract/words/say.ts'
import { readArguments, wholeNumber } from './arguments.ts'
import { DIALECT_OPTIONS, dialectOf } from './dialect-options.ts'
import { openDoor } from './door.ts'
import type { ExitStatus } from './exit-status.ts'
import { warningText } from './inspect-text.ts'
import { readJson } from './json-file.ts'
import { LABEL_OPTIONS, labelsOf } from './label-options.ts'
import { checkOutputs } from './outputs.ts'
import { printable, type Terminal } from './terminal.ts'
import { count, textTable } from './text-table.ts'

const OPTIONS = {
  ...LABEL_OPTIONS,
  json: { type: 'boolean' },
  threads: { type: 'string' },
  ...DIALECT_OPTIONS,
} as const

/** `basin score` */
export async function score(args: string[], terminal: Terminal): Promise<ExitStatus> {
  const form = { least: 2, most: 2, names: 'basin score MODEL.json FILE' }
  const { values, positionals } = readArguments(args, OPTIONS, form)
  const [modelPath, path] = positionals
  const labels = labelsOf(values)
  const threads = values.threads === undefined ? null : wholeNumber('--threads', values.threads, 1, 1024)
  await checkOutputs([labels?.path ?? null, labels?.provenance ?? null], [path, modelPath])
  const source = await readJson(modelPath, ModelSource, 'a model that Basin has written')
  const model = source.format === 'basin.model' ? source : source.model
  const merged = source.format === 'basin.model' ? null : source.labels?.merged
  if (merged != null)
    terminal.complain(
      `basin: The components of this model were merged into ${merged.clusters} clusters (merged_cluster). score labels by components; merge them again by clusterOfComponent in the file.\n`,
    )
  const door = openDoor(threads)
  try {
    const { dataset } = await door.open(path, dialectOf(values), terminal.interrupted)
    const targets =
      labels === null
        ? { posteriors: false }
        : {
            target: door.target(labels.path),
            posteriors: labels.posteriors,
            spreadsheetSafe: labels.spreadsheetSafe,
            ...labels.status,
            ...(labels.provenance === null ? {} : { provenance: door.target(labels.provenance) }),
          }
    const result = await door.engine.score({ dataset, model, ...targets }, { signal: terminal.interrupted })
    terminal.print(
      values.json === true
        ? `${plainJson({ ...result, warnings: result.warnings.map(plainly) }, 2)}\n`
        : scoreText(path, result),
    )
    return 0
  } finally {
    await door.close()
  }
}

function scoreText(
  path: string,
  { rows, rowsUsed, logLikelihood, sizes, noise, warnings, exported }: ScoreView,
): string {
  const table = textTable(
    [
      ['cluster', 'rows'],
      ...sizes.map((size, k) => [String(k + 1), count(size)]),
      ...(noise > 0 ? [['0 noise', count(noise)]] : []),
    ],
    [true, true],
  )
  const saved =
    exported === null
      ? ''
      : `\nwrote ${printable(exported.file)}: ${exported.rows} rows with ${exported.added.join(', ')}\n`
  const head = `${printable(path)}: ${count(rowsUsed)} of ${count(rows)} rows labelled, log-likelihood ${logLikelihood.toFixed(4)}\n`
  return `${head}\n${table}${warningText([...warnings, ...(exported?.warnings ?? [])])}${saved}`
}
