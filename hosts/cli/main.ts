import { EngineError } from '../../contract/errors.ts'
import { plainJson } from '../../contract/plain-json.ts'
import { version } from '../installed.ts'
import { exitStatus, type ExitStatus } from './exit-status.ts'
import { RefusedFile } from './file-refusal.ts'
import { fit } from './fit.ts'
import { helpOf, isVerb } from './help.ts'
import { inspect } from './inspect.ts'
import { score } from './score.ts'
import { stability } from './stability.ts'
import { printable, type Terminal } from './terminal.ts'
import { ratioTest } from './ratio-test.ts'
import { UsageError } from './usage-error.ts'

/** Runs one command line, without the name of the program, and resolves with the exit status. `serve` starts the local host. */
export async function run(
  args: string[],
  terminal: Terminal,
  serve: () => Promise<void>,
): Promise<ExitStatus> {
  const [verb, ...rest] = args
  if (verb === '--version') return tell(terminal, `basin ${version}\n`)
  if (verb === '--help' || verb === '-h' || verb === 'help') return tell(terminal, helpOf(null))
  if (verb === undefined) {
    terminal.complain(helpOf(null))
    return 2
  }
  try {
    if (!isVerb(verb))
      throw new UsageError(
        `There is no command “${verb}”. The commands are inspect, fit, stability, test, score and serve.`,
      )
    if (rest.includes('--help') || rest.includes('-h')) return tell(terminal, helpOf(verb))
    switch (verb) {
      case 'inspect':
        return await inspect(rest, terminal)
      case 'fit':
        return await fit(rest, terminal)
      case 'stability':
        return await stability(rest, terminal)
      case 'test':
        return await ratioTest(rest, terminal)
      case 'score':
        return await score(rest, terminal)
      case 'serve':
        await serve()
        return 0
    }
  } catch (thrown) {
    return refuse(thrown, rest.includes('--json'), terminal)
  }
}

function tell(terminal: Terminal, text: string): ExitStatus {
  terminal.print(text)
  return 0
}

function refuse(thrown: unknown, json: boolean, terminal: Terminal): ExitStatus {
  if (thrown instanceof UsageError) {
    terminal.complain(`basin: ${printable(thrown.message)}\n`)
    return 2
  }
  const refused = thrown instanceof RefusedFile
  const error = refused ? thrown.refusal : EngineError.from(thrown)
  const status = refused ? 3 : exitStatus(error.code)
  const { code, message, remedy, line, column } = error
  if (json && status === 3) {
    const refusal = { code, message, remedy, line: line ?? null, column: column ?? null }
    terminal.print(`${plainJson({ error: refusal })}\n`)
  }
  terminal.complain(`basin: ${printable(`${message} ${remedy}`.trim())}\n`)
  return status
}
