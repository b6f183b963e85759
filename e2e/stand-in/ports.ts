import { EventEmitter } from 'node:events'

interface Sink {
  deliver(data: unknown): void
  closed(): void
}

/** One end of a channel. Once given away over a wire it only passes on what its other end sends. */
export class MessagePortMain extends EventEmitter implements Sink {
  far: Sink | null = null
  #given: Sink | null = null
  #held: unknown[] | null = []
  #open = true

  postMessage(message: unknown, transfer: MessagePortMain[] = []): void {
    if (transfer.length > 0) throw new Error('The stand-in does not carry a port over a port.')
    if (this.#given) throw new Error('This port was given away.')
    if (this.#open) this.far?.deliver(structuredClone(message))
  }

  start(): void {
    const held = this.#held ?? []
    this.#held = null
    for (const data of held) this.#emitMessage(data)
  }

  close(): void {
    if (!this.#open) return
    this.far?.closed()
    this.closed()
  }

  deliver(data: unknown): void {
    if (this.#given) this.#given.deliver(data)
    else if (this.#held) this.#held.push(data)
    else this.#emitMessage(data)
  }

  closed(): void {
    if (!this.#open) return
    this.#open = false
    if (this.#given) this.#given.closed()
    else setImmediate(() => this.emit('close'))
  }

  giveTo(sink: Sink): void {
    if (this.#given) throw new Error('This port was given away before.')
    this.#given = sink
    const held = this.#held ?? []
    this.#held = null
    for (const data of held) sink.deliver(data)
  }

  #emitMessage(data: unknown): void {
    setImmediate(() => this.emit('message', { data, ports: [] }))
  }
}

export class MessageChannelMain {
  readonly port1 = new MessagePortMain()
  readonly port2 = new MessagePortMain()

  constructor() {
    this.port1.far = this.port2
    this.port2.far = this.port1
  }
}

/** What travels between two processes for a port that was given away. */
export type PortFrame = { t: 'port'; port: number; data: unknown } | { t: 'port-close'; port: number }

/** Carries ports between this process and another over any way of sending frames. */
export interface Wire {
  /** Gives a port away; the number names it on the other side. */
  give(port: MessagePortMain): number
  /** The port behind a number that the other side gave. */
  take(id: number): MessagePortMain
  receive(frame: PortFrame): void
  /** The other process is gone: every port on the wire closes. */
  lost(): void
}

let lastId = 0

export function createWire(send: (frame: PortFrame) => void): Wire {
  const carried = new Map<number, Sink>()
  const sinkTo = (port: number): Sink => ({
    deliver: (data) => send({ t: 'port', port, data }),
    closed: () => {
      if (carried.delete(port)) send({ t: 'port-close', port })
    },
  })
  return {
    give(port) {
      const id = ++lastId
      carried.set(id, { deliver: (data) => port.far?.deliver(data), closed: () => port.far?.closed() })
      port.giveTo(sinkTo(id))
      return id
    },
    take(id) {
      const port = new MessagePortMain()
      port.far = sinkTo(id)
      carried.set(id, port)
      return port
    },
    receive(frame) {
      const sink = carried.get(frame.port)
      if (frame.t === 'port') sink?.deliver(frame.data)
      else if (carried.delete(frame.port)) sink?.closed()
    },
    lost() {
      const sinks = [...carried.values()]
      carried.clear()
      for (const sink of sinks) sink.closed()
    },
  }
}
