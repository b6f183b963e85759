import type { CallOptions, Engine } from '../../contract/engine.ts'
import type { DialectChoice } from '../../contract/schemas.ts'
import type { SessionView } from '../../contract/session-views.ts'
import type { DatasetSummary } from '../../contract/views.ts'
import { isUncertain } from '../../contract/uncertain.ts'
import type { Roles } from './roles.ts'

export interface Source {
  id: { grant: string } | { sample: string } | Session
  name: string
}

/** The grant of a session, and of the data that it is about where the person has shown them. */
interface Session {
  session: string
  data?: string
  /** It was kept for a window, and is no file of the person's own. */
  kept?: true
}

/** A file as it was read, and what the person chose about it. */
export interface Reading {
  source: Source
  summary: DatasetSummary
  /** What was chosen of the dialect; the rest was detected. */
  choices: DialectChoice
  /** Null where nobody has said anything about the columns. */
  roles: Roles | null
  /** Where it came from one: what else was open. */
  session?: Pick<SessionView, 'fits' | 'view'> & { file: string | null }
}

/** Reads a file; without a dialect, the way that was chosen the last time. */
export async function readSource(
  engine: Engine,
  source: Source,
  dialect: DialectChoice | undefined,
  options: CallOptions<'open' | 'openSession'>,
): Promise<Reading> {
  if ('session' in source.id) return readSession(engine, source.id, options)
  const input = dialect === undefined ? { source: source.id } : { source: source.id, dialect }
  const summary = await engine.open(input, options)
  const { remembered } = summary
  return { source, summary, choices: dialect ?? remembered?.dialect ?? {}, roles: remembered?.roles ?? null }
}

async function readSession(
  engine: Engine,
  { session: grant, data, kept }: Session,
  options: CallOptions<'openSession'>,
): Promise<Reading> {
  const opened = await engine.openSession({ grant, ...(data === undefined ? {} : { data }) }, options)
  const { dataset: summary, fits, view, file } = opened
  return {
    source: { id: { grant: opened.data }, name: summary.file },
    summary: { ...summary, remembered: null },
    choices: summary.remembered?.dialect ?? {},
    roles: summary.remembered?.roles ?? null,
    session: { fits, view, file: kept === true ? null : file },
  }
}

/** Whether the person is to look at how the file was read before it is opened. */
export function needsLook({ summary: { remembered, warnings }, session }: Reading): boolean {
  return session === undefined && remembered === null && warnings.some(isUncertain)
}
