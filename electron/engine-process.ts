import { basename } from 'node:path'
import type { MessagePortMain, UtilityProcess } from 'electron'
import * as v from 'valibot'
import { EngineError } from '../contract/errors.ts'
import type { FileGrant, TargetGrant } from '../contract/host.ts'
import { phrase, sayPhrase, type Phrase } from '../contract/words/say.ts'
import { FromEngine, type ToEngine } from './control.ts'

export interface EngineProcessNeeds {
  fork(): UtilityProcess
  newChannel(): { port1: MessagePortMain; port2: MessagePortMain }
  newId(): string
  /** Told when the engine ended without being asked to, with the reason as a sentence. */
  onGone(reason: string): void
}

/** The main process's side of the engine's own process. */
export interface EngineProcess {
  /** Resolves when the engine knows the id, so that the page can use it at once. */
  grantFile(path: string): Promise<FileGrant>
  grantTarget(path: string): Promise<TargetGrant>
  /** A new port for the page; the engine serves its other end. */
  connect(): MessagePortMain
  /** A new process in place of the old one, knowing every grant again. */
  restart(): Promise<void>
  stop(): void
}

type GrantMessage = Extract<ToEngine, { id: string }>
interface Waiting {
  granted(): void
  failed(error: EngineError): void
}

export function createEngineProcess(needs: EngineProcessNeeds): EngineProcess {
  const grants: GrantMessage[] = []
  const waiting = new Map<string, Waiting>()
  let child: UtilityProcess | null = null

  function start(): void {
    const started = needs.fork()
    child = started
    started.on('message', (message: unknown) => {
      const known = v.safeParse(FromEngine, message)
      if (!known.success) return
      waiting.get(known.output.id)?.granted()
      waiting.delete(known.output.id)
    })
    started.on('exit', (code) => {
      if (child !== started) return
      child = null
      const reason = phrase(
        'The part of Basin that calculates has stopped unexpectedly (exit code {code}).',
        {
          code,
        },
      )
      failWaiting(reason)
      needs.onGone(sayPhrase(reason))
    })
  }

  function failWaiting(reason: Phrase): void {
    for (const one of waiting.values()) one.failed(died(reason))
    waiting.clear()
  }

  function running(): UtilityProcess {
    if (child !== null) return child
    throw died(phrase('The part of Basin that calculates is not running.'))
  }

  function tell(message: GrantMessage): Promise<void> {
    return new Promise((granted, failed) => {
      const engine = running()
      waiting.set(message.id, { granted, failed })
      engine.postMessage(message)
    })
  }

  async function grant(kind: GrantMessage['kind'], path: string): Promise<string> {
    const message = { kind, id: needs.newId(), path }
    await tell(message)
    grants.push(message)
    return message.id
  }

  function stop(): void {
    const stopping = child
    child = null
    stopping?.kill()
    failWaiting(phrase('The part of Basin that calculates was stopped.'))
  }

  start()
  return {
    grantFile: async (path) => ({ grant: await grant('file', path), name: basename(path) }),
    grantTarget: async (path) => ({ target: await grant('target', path), name: basename(path) }),
    connect() {
      const engine = running()
      const { port1, port2 } = needs.newChannel()
      engine.postMessage({ kind: 'port' } satisfies ToEngine, [port1])
      return port2
    },
    async restart() {
      stop()
      start()
      await Promise.all(grants.map(tell))
    },
    stop,
  }
}

function died(reason: Phrase): EngineError {
  return new EngineError('engine-died', reason, phrase('Restart the engine; your file is untouched.'))
}
