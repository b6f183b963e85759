import type { Message, Port } from './messages.ts'

/**
 * Two joined ports in one process. Values are cloned and delivered later, as between two processes, so that what works
 * over a loop works over any port. Closing either end closes both.
 */
export function createLoop(): [Port, Port] {
  const left = createEnd()
  const right = createEnd()
  const close = () => {
    left.closed('The connection was closed.')
    right.closed('The connection was closed.')
  }
  return [
    left.port((message) => right.deliver(message), close),
    right.port((message) => left.deliver(message), close),
  ]
}

function createEnd() {
  const waiting: Message[] = []
  let listener: ((message: Message) => void) | null = null
  let onClose: ((reason: string) => void) | null = null
  let closedBecause: string | null = null

  const flush = () => {
    while (listener !== null && waiting.length > 0) listener(waiting.shift() as Message)
  }
  const deliver = (message: Message) => {
    waiting.push(message)
    queueMicrotask(flush)
  }
  const closed = (reason: string) => {
    if (closedBecause !== null) return
    closedBecause = reason
    queueMicrotask(() => onClose?.(reason))
  }
  const port = (send: (message: Message) => void, close: () => void): Port => ({
    send: (message) => {
      if (closedBecause === null) send(structuredClone(message))
    },
    onMessage: (added) => {
      listener = added
      queueMicrotask(flush)
    },
    onClose: (added) => {
      onClose = added
      const reason = closedBecause
      if (reason !== null) queueMicrotask(() => added(reason))
    },
    close,
  })
  return { port, deliver, closed }
}
