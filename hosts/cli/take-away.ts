import { EngineError } from '../../contract/errors.ts'
import type { Input } from '../../contract/schemas.ts'
import type { FitSummary, SolutionView } from '../../contract/views.ts'
import type { Door } from './door.ts'
import type { Findings } from './findings.ts'
import type { FitCommand } from './fit-options.ts'
import type { LabelCommand } from './label-options.ts'
import { printable, type Terminal } from './terminal.ts'

/** A line about each file that was written, and why others were not. */
interface TakenAway {
  written: string[]
  /** The best model may be one that a language lacks, or have no good solution beside it to agree with. */
  refusals: EngineError[]
}

/** The restart that is taken away, and its fit. */
interface Which {
  fit: string
  restart: string
}

/** The solution taken as best. */
export function bestOf(
  { solutions, best, bestWithSpurious }: FitSummary,
  { allowSpurious }: Pick<FitCommand, 'allowSpurious'>,
): SolutionView | undefined {
  const id = allowSpurious ? bestWithSpurious : best
  return solutions.find((solution) => solution.id === id)
}

/** A report without the place it goes to. */
export type ReportAsked = Omit<Input<'exportReport'>, 'target'>

/** The report with what was found of the best solution. */
export function reportAsked(
  fit: string,
  { allowSpurious }: FitCommand,
  { column, merging }: Findings,
): ReportAsked {
  return {
    fit,
    allowSpurious,
    ...(column === null ? {} : { known: column }),
    ...(merging === null ? {} : { merged: merging.clusters }),
  }
}

/** Whether a report is for people rather than for programs: the ending of its name says so. */
const isPage = (path: string) => /\.html?$/i.test(path)

/** Writes what was asked for: the report of a fit, and its best solution as labels, script and model. */
export async function takeAway(
  door: Door,
  fit: string,
  best: SolutionView | undefined,
  command: FitCommand,
  findings: Findings,
  terminal: Terminal,
): Promise<TakenAway> {
  const { engine, target } = door
  const { outputs } = command
  const { labels, report, script, model } = outputs
  const written: string[] = []
  const refusals: EngineError[] = []
  const unlessRefused = async (path: string, write: () => Promise<string[]>) => {
    try {
      written.push(...(await write()))
    } catch (thrown) {
      terminal.complain(`basin: Not written: ${path}\n`)
      refusals.push(EngineError.from(thrown))
    }
  }

  if (report !== null) {
    const asked = { ...reportAsked(fit, command, findings), target: target(report) }
    await (isPage(report)
      ? engine.exportReportPage(asked, unlessStopped(terminal))
      : engine.exportReport(asked))
    written.push(`${report}: the report`)
  }
  const restart = best?.restarts[0]
  if (restart === undefined) {
    const lost = [labels?.path ?? null, script?.path ?? null, model].filter((path) => path !== null)
    if (lost.length > 0)
      terminal.complain(`basin: Not written, as there is no usable model: ${lost.join(', ')}\n`)
    return { written, refusals }
  }
  const which = { fit, restart }
  if (model !== null) {
    await engine.exportModel({ ...which, target: target(model) })
    written.push(`${model}: the model`)
  }
  if (labels !== null)
    await unlessRefused(labels.path, () => writeLabels(door, which, labels, findings, terminal))
  if (script !== null) await unlessRefused(script.path, () => writeScript(door, which, script, terminal))
  return { written, refusals }
}

async function writeLabels(
  { engine, target }: Door,
  which: Which,
  { path, provenance, agreement, posteriors, spreadsheetSafe, status }: LabelCommand,
  { merging }: Findings,
  terminal: Terminal,
): Promise<string[]> {
  const { rows, added, warnings } = await engine.exportLabels(
    {
      ...which,
      target: target(path),
      posteriors,
      spreadsheetSafe,
      ...status,
      ...(provenance === null ? {} : { provenance: target(provenance) }),
      ...(agreement === null ? {} : { agreement: { gap: agreement } }),
      ...(merging === null ? {} : { merged: merging.clusters }),
    },
    unlessStopped(terminal),
  )
  for (const { message } of warnings) terminal.complain(`basin: ${printable(message)}\n`)
  const labelled = `${path}: ${rows} rows with ${added.join(', ')}`
  return provenance === null ? [labelled] : [labelled, `${provenance}: how the labels came about`]
}

async function writeScript(
  { engine, target }: Door,
  which: Which,
  { path, language }: NonNullable<FitCommand['outputs']['script']>,
  terminal: Terminal,
): Promise<string[]> {
  const asked = { ...which, language, target: target(path) }
  const { warnings } = await engine.exportScript(asked, unlessStopped(terminal))
  for (const { message } of warnings) terminal.complain(`basin: ${printable(message)}\n`)
  return [`${path}: the script`]
}

/** After a stop what was found is still written; another interruption then ends the program. */
const unlessStopped = ({ interrupted }: Terminal) => (interrupted.aborted ? {} : { signal: interrupted })
