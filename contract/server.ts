import * as v from 'valibot'
import type { Engine } from './engine.ts'
import { readMessage } from './envelope.ts'
import { EngineError } from './errors.ts'
import { refusal } from './refusal.ts'
import type { Message, Port } from './messages.ts'
import { INPUTS, type Method } from './schemas.ts'
import { phrase } from './words/say.ts'

type Call = Extract<Message, { kind: 'call' }>
type Run = (input: unknown, options: object) => Promise<unknown>

/**
 * Answers calls that arrive on the port with the engine. Every input is checked by its schema first; a call that fails
 * it is answered with `invalid-input` and never reaches the engine. What is not one of the five kinds of message is ignored.
 * When the port closes, everything still running for it is cancelled.
 */
export function serve(engine: Engine, port: Port): void {
  const running = new Map<number, AbortController>()
  port.onMessage((unchecked) => {
    const message = readMessage(unchecked)
    if (message?.kind === 'cancel') running.get(message.id)?.abort()
    if (message?.kind === 'call' && !running.has(message.id)) void answer(message)
  })
  port.onClose(() => {
    for (const controller of running.values()) controller.abort()
  })

  async function answer(call: Call): Promise<void> {
    const controller = new AbortController()
    running.set(call.id, controller)
    try {
      const value = await run(call, controller.signal)
      port.send({ kind: 'result', id: call.id, value })
    } catch (thrown) {
      sendError(call.id, EngineError.from(thrown))
    } finally {
      running.delete(call.id)
    }
  }

  async function run(call: Call, signal: AbortSignal): Promise<unknown> {
    const method = methodOf(call.method)
    const checked = v.safeParse(INPUTS[method], call.input)
    if (!checked.success) throw refusal(method, checked.issues)
    const onProgress = (value: unknown) => {
      if (running.has(call.id)) port.send({ kind: 'progress', id: call.id, value })
    }
    return await (engine[method] as Run)(checked.output, { signal, onProgress })
  }

  function sendError(id: number, error: EngineError): void {
    try {
      port.send({ kind: 'error', id, error: error.toData() })
    } catch {
      port.close()
    }
  }
}

function methodOf(name: string): Method {
  if (Object.hasOwn(INPUTS, name)) return name as Method
  throw new EngineError(
    'invalid-input',
    phrase('Basin has no command called “{name}”.', { name: name.slice(0, 64) }),
    phrase('Use the same version of Basin on both sides.'),
  )
}
