import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defaultRefinements } from '../../contract/defaults.ts'
import { EngineError } from '../../contract/errors.ts'
import type { FitSummary, SolutionView } from '../../contract/views.ts'
import type { FitSettings } from '../../contract/schemas.ts'
import { chooseColumns } from './columns.ts'
import { defaultComponents } from './default-components.ts'
import { openDoor, type Door } from './door.ts'
import type { ExitStatus } from './exit-status.ts'
import { readFit, type FitCommand } from './fit-options.ts'
import { fitText } from './fit-text.ts'
import { checkOutputs } from './outputs.ts'
import { progressLine } from './progress-line.ts'
import { checkScript } from './script-option.ts'
import { readStartFile } from './start-file.ts'
import { printable, type Terminal } from './terminal.ts'

/** `basin fit` */
export async function fit(args: string[], terminal: Terminal): Promise<ExitStatus> {
  const command = readFit(args)
  const { labels, report, script, model } = command.outputs
  await checkOutputs(
    [labels?.path ?? null, labels?.provenance ?? null, report, script?.path ?? null, model],
    [command.file, command.start],
  )
  const given = command.start === null ? null : await readStartFile(command.start)
  const door = openDoor(command.threads)
  try {
    const dataset = await door.open(command.file, command.dialect, terminal.interrupted)
    const columns = chooseColumns(dataset, command.columns)
    const settings: FitSettings = {
      ...command.settings,
      columns,
      refinements:
        command.refinements ??
        defaultRefinements(command.settings.initialisation, command.settings.restarts, dataset.rows),
      components:
        command.components ?? given?.components ?? (await defaultComponents(door.engine, dataset, columns)),
      ...(given === null ? {} : { start: given.start }),
    }
    checkScript(script, settings)
    const summary = await runFit(door, dataset.dataset, settings, command, terminal)
    const written = await writeOutputs(door, summary, command, terminal)
    const refusal = await writeScript(door, summary, command, terminal, written)
    if (command.json) terminal.print(await reportText(door, summary.fit, command.allowSpurious))
    else terminal.print(await fitText(door.engine, dataset, summary, bestOf(summary, command), written))
    if (refusal !== null) throw refusal
    return statusOf(summary, terminal)
  } finally {
    await door.close()
  }
}

async function runFit(
  door: Door,
  dataset: string,
  settings: FitSettings,
  command: FitCommand,
  terminal: Terminal,
): Promise<FitSummary> {
  const show = command.quiet ? null : terminal.progress
  try {
    return await door.engine.fit(
      { dataset, settings },
      {
        signal: terminal.interrupted,
        ...(show === null ? {} : { onProgress: (progress) => show(printable(progressLine(progress))) }),
      },
    )
  } finally {
    show?.('')
  }
}

/** Writes what was asked for; resolves with a line about each file. */
async function writeOutputs(
  { engine, target }: Door,
  summary: FitSummary,
  command: FitCommand,
  terminal: Terminal,
): Promise<string[]> {
  const { labels, report, script, model } = command.outputs
  const written: string[] = []
  if (report !== null) {
    const { allowSpurious } = command
    await engine.exportReport({ fit: summary.fit, target: target(report), allowSpurious })
    written.push(`${report}: the report`)
  }
  const restart = bestOf(summary, command)?.restarts[0]
  if (restart === undefined) {
    const lost = [labels?.path ?? null, script?.path ?? null, model].filter((path) => path !== null)
    if (lost.length > 0)
      terminal.complain(`basin: Not written, as there is no usable model: ${lost.join(', ')}\n`)
    return written
  }
  const which = { fit: summary.fit, restart }
  if (model !== null) {
    await engine.exportModel({ ...which, target: target(model) })
    written.push(`${model}: the model`)
  }
  if (labels !== null) {
    const { path, provenance, agreement, posteriors, spreadsheetSafe } = labels
    const { rows, added, warnings } = await engine.exportLabels(
      {
        ...which,
        target: target(path),
        posteriors,
        spreadsheetSafe,
        ...(provenance === null ? {} : { provenance: target(provenance) }),
        ...(agreement === null ? {} : { agreement: { gap: agreement } }),
      },
      // After a stop what was found is still written; another interruption then ends the program.
      terminal.interrupted.aborted ? {} : { signal: terminal.interrupted },
    )
    written.push(`${path}: ${rows} rows with ${added.join(', ')}`)
    for (const { message } of warnings) terminal.complain(`basin: ${printable(message)}\n`)
    if (provenance !== null) written.push(`${provenance}: how the labels came about`)
  }
  return written
}

/** Resolves with why no script could be written, for the best model may be one that the language lacks; null where it was. */
async function writeScript(
  { engine, target }: Door,
  summary: FitSummary,
  command: FitCommand,
  { complain, interrupted }: Terminal,
  written: string[],
): Promise<EngineError | null> {
  const { script } = command.outputs
  const restart = bestOf(summary, command)?.restarts[0]
  if (script === null || restart === undefined) return null
  const { path, language } = script
  try {
    const { warnings } = await engine.exportScript(
      { fit: summary.fit, restart, language, target: target(path) },
      interrupted.aborted ? {} : { signal: interrupted },
    )
    written.push(`${path}: the script`)
    for (const { message } of warnings) complain(`basin: ${printable(message)}\n`)
    return null
  } catch (thrown) {
    complain(`basin: Not written: ${path}\n`)
    return EngineError.from(thrown)
  }
}

/** The solution taken as best. */
function bestOf(
  { solutions, best, bestWithSpurious }: FitSummary,
  { allowSpurious }: FitCommand,
): SolutionView | undefined {
  const id = allowSpurious ? bestWithSpurious : best
  return solutions.find((solution) => solution.id === id)
}

/** The report as the engine writes it, so that a file and standard output are the same bytes. */
async function reportText({ engine, target }: Door, fit: string, allowSpurious: boolean): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'basin-'))
  try {
    const path = join(folder, 'report.json')
    await engine.exportReport({ fit, target: target(path), allowSpurious })
    return await readFile(path, 'utf8')
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function statusOf({ stopped, best, restarts }: FitSummary, terminal: Terminal): ExitStatus {
  if (stopped) {
    terminal.complain('basin: Stopped before the end; what was found until then is what is shown.\n')
    return 130
  }
  if (best !== null) return 0
  const reason = restarts.find((restart) => restart.reason !== undefined)?.reason
  const why = reason === undefined ? '' : ` The first collapsed: ${printable(reason)}`
  terminal.complain(
    `basin: No restart gave a usable model.${why} Ask for fewer components, another covariance model, or a larger --regularisation.\n`,
  )
  return 1
}
