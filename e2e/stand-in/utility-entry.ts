import { EventEmitter } from 'node:events'
import { pathToFileURL } from 'node:url'
import { createWire } from './ports.ts'
import type { UtilityFrame } from './utility-process.ts'

/** Runs first in a utility process: gives it `process.parentPort`, then the application's own module. */
class ParentPort extends EventEmitter {
  #held: unknown[] = []

  constructor() {
    super()
    this.on('newListener', (name) => {
      if (name === 'message') setImmediate(() => this.#deliverHeld())
    })
  }

  postMessage(data: unknown): void {
    send({ t: 'message', data, ports: [] })
  }

  deliver(event: unknown): void {
    if (this.listenerCount('message') > 0 && this.#held.length === 0) this.emit('message', event)
    else this.#held.push(event)
  }

  #deliverHeld(): void {
    for (const event of this.#held.splice(0)) this.emit('message', event)
  }
}

const send = (frame: UtilityFrame) => process.send?.(frame)
const wire = createWire(send)
const parentPort = new ParentPort()

process.on('message', (frame: UtilityFrame) => {
  if (frame.t === 'message')
    parentPort.deliver({ data: frame.data, ports: frame.ports.map((id) => wire.take(id)) })
  else wire.receive(frame)
})
process.once('disconnect', () => process.exit(0))

const [node, , modulePath, ...args] = process.argv
if (node === undefined || modulePath === undefined)
  throw new Error('A utility process needs a module to run.')
process.argv = [node, modulePath, ...args]
Object.assign(process, { parentPort, type: 'utility' })
await import(pathToFileURL(modulePath).href)
