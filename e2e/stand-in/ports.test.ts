import { once } from 'node:events'
import { describe, expect, it } from 'vitest'
import { createWire, MessageChannelMain, type PortFrame, type Wire } from './ports.ts'

function wires(): [Wire, Wire] {
  const here: Wire = createWire((frame: PortFrame) => there.receive(structuredClone(frame)))
  const there: Wire = createWire((frame: PortFrame) => here.receive(structuredClone(frame)))
  return [here, there]
}
const received = async (port: NodeJS.EventEmitter) =>
  ((await once(port, 'message')) as [{ data: unknown }])[0].data

describe('message ports of the stand-in', () => {
  it('hold messages back until they are started', async () => {
    const { port1, port2 } = new MessageChannelMain()
    port1.postMessage('early')
    const first = received(port2)
    port2.start()
    expect(await first).toBe('early')
  })

  it('join two other processes when both ends were given away', async () => {
    const [toEngine, engine] = wires()
    const [toPage, page] = wires()
    const { port1, port2 } = new MessageChannelMain()
    const inEngine = engine.take(toEngine.give(port1))
    const inPage = page.take(toPage.give(port2))
    inEngine.start()
    inPage.start()
    inPage.postMessage(new Float64Array([1, 2]))
    expect(await received(inEngine)).toEqual(new Float64Array([1, 2]))
    inEngine.postMessage('answer')
    expect(await received(inPage)).toBe('answer')
  })

  it('close on one side when the process on the other side is gone', async () => {
    const [toEngine, engine] = wires()
    const [toPage, page] = wires()
    const { port1, port2 } = new MessageChannelMain()
    engine.take(toEngine.give(port1))
    const inPage = page.take(toPage.give(port2))
    const closed = once(inPage, 'close')
    toEngine.lost()
    await closed
  })

  it('cannot be given away twice', () => {
    const [wire] = wires()
    const { port1 } = new MessageChannelMain()
    wire.give(port1)
    expect(() => wire.give(port1)).toThrow(/given away/)
  })
})
