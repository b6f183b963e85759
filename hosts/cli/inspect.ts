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
    terminal.print(
      values.json === true ? `${JSON.stringify(inspectionOf(summary), null, 2)}\n` : inspectText(summary),
    )
    return 0
  } finally {
    await door.close()
  }
}
