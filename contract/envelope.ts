import { isPhrase } from './words/say.ts'
import type { Message } from './messages.ts'

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * A value from the other side as one of the five kinds of message, or null where it is none of them.
 * Only the envelope is checked: `input`, `value` and `error` are whatever was sent.
 */
export function readMessage(value: unknown): Message | null {
  if (!isRecord(value) || !Number.isSafeInteger(value['id'])) return null
  const id = value['id'] as number
  switch (value['kind']) {
    case 'call':
      return typeof value['method'] === 'string'
        ? { kind: 'call', id, method: value['method'], input: value['input'] }
        : null
    case 'cancel':
      return { kind: 'cancel', id }
    case 'progress':
      return { kind: 'progress', id, value: value['value'] }
    case 'result':
      return { kind: 'result', id, value: value['value'] }
    case 'error':
      return readError(id, value['error'])
    default:
      return null
  }
}

function part(name: 'message' | 'remedy', said: Record<string, unknown>) {
  return isPhrase(said[name]) ? { [name]: said[name] } : {}
}

function readError(id: number, error: unknown): Message | null {
  if (!isRecord(error)) return null
  const { code, message, remedy, line, column, said } = error
  if (typeof code !== 'string' || typeof message !== 'string' || typeof remedy !== 'string') return null
  return {
    kind: 'error',
    id,
    error: {
      code: code as Extract<Message, { kind: 'error' }>['error']['code'],
      message,
      remedy,
      ...(typeof line === 'number' ? { line } : {}),
      ...(typeof column === 'string' ? { column } : {}),
      ...(isRecord(said) ? { said: { ...part('message', said), ...part('remedy', said) } } : {}),
    },
  }
}
