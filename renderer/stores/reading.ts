import type { CallOptions, Engine } from '../../contract/engine.ts'
import type { DialectChoice } from '../../contract/schemas.ts'
import type { DatasetSummary } from '../../contract/views.ts'
import { isUncertain } from '../../contract/uncertain.ts'
import type { Roles } from './roles.ts'

export interface Source {
  id: { grant: string } | { sample: string }
  name: string
}

/** A file as it was read, and what the person chose about it. */
export interface Reading {
  source: Source
  summary: DatasetSummary
  /** What was chosen of the dialect; the rest was detected. */
  choices: DialectChoice
  /** Null where nobody has said anything about the columns. */
  roles: Roles | null
}

/** Reads a file; without a dialect, the way that was chosen the last time. */
export async function readSource(
  engine: Engine,
  source: Source,
  dialect: DialectChoice | undefined,
  options: CallOptions<'open'>,
): Promise<Reading> {
  const input = dialect === undefined ? { source: source.id } : { source: source.id, dialect }
  const summary = await engine.open(input, options)
  const { remembered } = summary
  return { source, summary, choices: dialect ?? remembered?.dialect ?? {}, roles: remembered?.roles ?? null }
}

/** Whether the person is to look at how the file was read before it is opened. */
export function needsLook({ summary: { remembered, warnings } }: Reading): boolean {
  return remembered === null && warnings.some(isUncertain)
}
