import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defaultRefinements } from '../../contract/defaults.ts'
import type { FitSummary } from '../../contract/views.ts'
import type { FitSettings } from '../../contract/schemas.ts'
import { warnBefore } from './before-fit.ts'
import { chooseColumn, chooseColumns } from './columns.ts'
import { defaultComponents } from './default-components.ts'
import { openDoor, type Door } from './door.ts'
import type { ExitStatus } from './exit-status.ts'
import { readFit, type FitCommand } from './fit-options.ts'
import { findingsOf, knownColumn } from './findings.ts'
import { fitText } from './fit-text.ts'
import { checkOutputs } from './outputs.ts'
import { takeLogs } from './logs.ts'
import { progressLine } from './progress-line.ts'
import { checkScript } from './script-option.ts'
import { readStartFile } from './start-file.ts'
import { bestOf, reportAsked, takeAway, type ReportAsked } from './take-away.ts'
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
    const opened = await door.open(command.file, command.dialect, terminal.interrupted)
    const { dataset, instead } = await takeLogs(door.engine, opened, command.log)
    const weights =
      command.weights === null
        ? null
        : {
            column: chooseColumn(dataset, '--weights', command.weights.column),
            kind: command.weights.kind,
          }
    const known = knownColumn(dataset, command)
    const apart = [weights?.column ?? null, known].filter((column) => column !== null)
    const chosen = chooseColumns(dataset, command.columns, apart)
    const columns = [...new Set(chosen.map((column) => instead.get(column) ?? column))]
    const settings: FitSettings = {
      ...command.settings,
      columns,
      weights,
      refinements:
        command.refinements ??
        defaultRefinements(command.settings.initialisation, command.settings.restarts, dataset.rows),
      components:
        command.components ?? given?.components ?? (await defaultComponents(door.engine, dataset, columns)),
      ...(given === null ? {} : { start: given.start }),
    }
    checkScript(script, settings)
    if (!command.quiet) await warnBefore(door, dataset.dataset, settings, terminal)
    const summary = await runFit(door, dataset.dataset, settings, command, terminal)
    const best = bestOf(summary, command)
    const findings = await findingsOf(door, summary.fit, best, known, command)
    const { written, refusals } = await takeAway(door, summary.fit, best, command, findings, terminal)
    if (command.json) terminal.print(await reportText(door, reportAsked(summary.fit, command, findings)))
    else {
      const told = { best, allowSpurious: command.allowSpurious, findings, written }
      terminal.print(await fitText(door.engine, dataset, summary, told))
    }
    for (const refusal of [...findings.refusals, ...refusals]) throw refusal
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

/** The report as the engine writes it, so that a file and standard output are the same bytes. */
async function reportText({ engine, target }: Door, asked: ReportAsked): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'basin-'))
  try {
    const path = join(folder, 'report.json')
    await engine.exportReport({ ...asked, target: target(path) })
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
