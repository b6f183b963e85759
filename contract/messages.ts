import type { ErrorData } from './errors.ts'

/** The five kinds of message. `method`, `input` and `value` are unchecked until the server or client has looked. */
export type Message =
  | { kind: 'call'; id: number; method: string; input: unknown }
  | { kind: 'cancel'; id: number }
  | { kind: 'progress'; id: number; value: unknown }
  | { kind: 'result'; id: number; value: unknown }
  | { kind: 'error'; id: number; error: ErrorData }

/** Any two-way channel: a message port, a WebSocket with a codec, a loop in the same process. */
export interface Port {
  send(message: Message): void
  /** One listener; messages that came before it was set are delivered to it first. */
  onMessage(listener: (message: Message) => void): void
  /** Called once when the other side is gone, with the reason as a sentence. */
  onClose(listener: (reason: string) => void): void
  close(): void
}
