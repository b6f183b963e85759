import { describe, expect, it, vi } from 'vitest'
import { EngineError } from '../../contract/errors.ts'
import type { Message } from '../../contract/messages.ts'
import { connectElectron, wrapMessagePort, type Bridge } from './electron.ts'

const nothing = () => Promise.reject(new Error('not part of this test'))

function fakeBridge(overrides: Partial<Bridge>): Bridge {
  return {
    chooseFile: nothing,
    grantDropped: nothing,
    chooseTarget: nothing,
    targetBeside: nothing,
    printPage: nothing,
    deliver: nothing,
    initialFile: nothing,
    onOpenFile: () => () => undefined,
    onCommand: () => () => undefined,
    show: () => undefined,
    notify: () => undefined,
    newWindow: () => undefined,
    allowUpdates: nothing,
    onUpdateReady: () => () => undefined,
    restartEngine: nothing,
    requestPort: () => undefined,
    onEngineGone: () => () => undefined,
    ...overrides,
  }
}

class FakeWindow extends EventTarget {
  post(data: unknown, source: unknown, ports: MessagePort[]): void {
    const event = new Event('message')
    this.dispatchEvent(Object.assign(event, { data, source, ports }))
  }
}

describe('the port from Electron’s preload', () => {
  it('is taken from this window’s own message and from no other', async () => {
    const window = new FakeWindow()
    const { port1: foreign } = new MessageChannel()
    const { port1: ours, port2: engine } = new MessageChannel()
    const bridge = fakeBridge({
      requestPort: () => {
        window.post('basin:port', {}, [foreign])
        window.post('something else', window, [foreign])
        window.post('basin:port', window, [ours])
      },
    })
    const port = await connectElectron(window as unknown as Window, bridge).openPort()
    const heard = new Promise<Message>((resolve) => {
      engine.onmessage = (event: MessageEvent<Message>) => resolve(event.data)
    })
    port.send({ kind: 'cancel', id: 7 })
    expect(await heard).toEqual({ kind: 'cancel', id: 7 })
    for (const each of [ours, engine, foreign]) each.close()
  })

  it('fails when the preload refuses to ask for one', async () => {
    const bridge = fakeBridge({ requestPort: () => Promise.reject(new Error('no engine')) })
    await expect(connectElectron(new FakeWindow() as unknown as Window, bridge).openPort()).rejects.toThrow(
      'no engine',
    )
  })

  it('is refused in the words of the main process', async () => {
    const refused = new EngineError('engine-died', 'It stopped.', 'Restart it.')
    const reject = () => Promise.reject(new Error(JSON.stringify(refused.toData())))
    const bridge = fakeBridge({ requestPort: reject, chooseTarget: reject })
    const { host, openPort } = connectElectron(new FakeWindow() as unknown as Window, bridge)
    const words = { code: 'engine-died', message: 'It stopped.', remedy: 'Restart it.' }
    await expect(openPort()).rejects.toMatchObject(words)
    await expect(host.chooseTarget('a.csv', 'csv')).rejects.toMatchObject(words)
  })

  it('closes with the reason when the engine is gone', () => {
    let gone: (reason: string) => void = () => undefined
    const release = vi.fn()
    const { port1, port2 } = new MessageChannel()
    const port = wrapMessagePort(port1, (listener) => {
      gone = listener
      return release
    })
    const closed = vi.fn()
    port.onClose(closed)
    gone('it ran out of memory')
    expect(closed).toHaveBeenCalledExactlyOnceWith('it ran out of memory')
    expect(release).toHaveBeenCalled()
    port2.close()
  })
})
