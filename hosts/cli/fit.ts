import { openDoor } from './door.ts'
import type { ExitStatus } from './exit-status.ts'
import { readFit } from './fit-options.ts'
import { fitSettings } from './fit-settings.ts'
import { checkMerge, findingsOf, knownColumn } from './findings.ts'
import { fitText } from './fit-text.ts'
import { checkOutputs } from './outputs.ts'
import { takeLogs } from './logs.ts'
import { reportText } from './report-text.ts'
import { runFit, statusOf } from './run-fit.ts'
import { checkScript } from './script-option.ts'
import { readStartFile } from './start-file.ts'
import { bestOf, reportAsked, takeAway } from './take-away.ts'
import type { Terminal } from './terminal.ts'

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
    const logged = await takeLogs(door.engine, opened, command.log)
    const { dataset } = logged
    const known = knownColumn(dataset, command)
    const settings = await fitSettings(door.engine, logged, command, { given, known })
    checkMerge(command, settings)
    checkScript(script, settings)
    const summary = await runFit(door, dataset, settings, command, terminal)
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
