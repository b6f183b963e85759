import type { Engine } from '../../contract/engine.ts'
import { LIMITS } from '../../contract/limits.ts'
import { plainJson } from '../../contract/plain-json.ts'
import type { DatasetSummary } from '../../contract/views.ts'
import { readArguments } from './arguments.ts'
import { DIALECT_OPTIONS, dialectOf } from './dialect-options.ts'
import { openDoor } from './door.ts'
import type { ExitStatus } from './exit-status.ts'
import { inspectionOf } from './inspection.ts'
import { inspectText } from './inspect-text.ts'
import type { Terminal } from './terminal.ts'

const OPTIONS = { json: { type: 'boolean' }, ...DIALECT_OPTIONS } as const

/** `basin inspect` */
export async function inspect(args: string[], terminal: Terminal): Promise<ExitStatus> {
  const { values, positionals } = readArguments(args, OPTIONS, {
    least: 1,
    most: 1,
    names: 'basin inspect FILE',
  })
  const door = openDoor(1)
  try {
    const summary = await door.open(positionals[0], dialectOf(values), terminal.interrupted)
    if (values.json === true) terminal.print(`${plainJson(inspectionOf(summary), 2)}\n`)
    else terminal.print(inspectText(summary, await rowsUsed(door.engine, summary)))
    return 0
  } finally {
    await door.close()
  }
}

/** Rows with a number in every column that is ticked; null where none is, or too many for one fit. */
async function rowsUsed(engine: Engine, { dataset, columns }: DatasetSummary): Promise<number | null> {
  const ticked = columns.filter(({ use }) => use).map(({ index }) => index)
  const [first] = ticked
  if (first === undefined || ticked.length > LIMITS.columns) return null
  const axes = { x: first, y: first }
  const { usable } = await engine.points({ dataset, columns: ticked, axes, limit: 1 })
  return usable
}
