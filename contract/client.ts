import type { CallOptions, Engine } from './engine.ts'
import { readMessage } from './envelope.ts'
import { EngineError } from './errors.ts'
import type { Port } from './messages.ts'
import { INPUTS, type Method } from './schemas.ts'
import { phrase } from './words/say.ts'

interface Pending {
  resolve(value: unknown): void
  reject(error: EngineError): void
  onProgress: ((progress: never) => void) | undefined
  release(): void
}

/**
 * The engine at the other end of a port. When the port closes, every pending and every later call is rejected with
 * `engine-died` and the reason. Progress that comes after its call has settled is dropped.
 */
export function connect(port: Port): Engine {
  const pending = new Map<number, Pending>()
  let lastId = 0
  let died: EngineError | null = null

  port.onMessage((unchecked) => {
    const message = readMessage(unchecked)
    const call = message === null ? undefined : pending.get(message.id)
    if (message === null || call === undefined) return
    if (message.kind === 'progress') return call.onProgress?.(message.value as never)
    if (message.kind !== 'result' && message.kind !== 'error') return
    settle(message.id, call)
    if (message.kind === 'result') call.resolve(message.value)
    else call.reject(EngineError.fromData(message.error))
  })
  port.onClose((reason) => {
    died = gone(reason)
    for (const [id, call] of pending) {
      settle(id, call)
      call.reject(died)
    }
  })

  function settle(id: number, call: Pending): void {
    pending.delete(id)
    call.release()
  }

  function call(method: Method, input: unknown, options: CallOptions<Method>): Promise<unknown> {
    if (died !== null) return Promise.reject(died)
    return new Promise((resolve, reject) => {
      const id = ++lastId
      const { signal } = options
      const cancel = () => port.send({ kind: 'cancel', id })
      const release = () => signal?.removeEventListener('abort', cancel)
      pending.set(id, { resolve, reject, onProgress: options.onProgress, release })
      try {
        port.send({ kind: 'call', id, method, input })
      } catch (thrown) {
        pending.delete(id)
        reject(EngineError.from(thrown))
        return
      }
      if (signal?.aborted === true) cancel()
      else signal?.addEventListener('abort', cancel, { once: true })
    })
  }

  const engine: Record<string, unknown> = {}
  for (const method of Object.keys(INPUTS) as Method[])
    engine[method] = (input: unknown, options: CallOptions<Method> = {}) => call(method, input, options)
  return engine as Engine
}

function gone(reason: string): EngineError {
  return new EngineError(
    'engine-died',
    phrase('The part of Basin that does the arithmetic has stopped: {reason}', { reason }),
    phrase('Restart the engine and open the file again.'),
  )
}
