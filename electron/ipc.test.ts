import type { IpcMainInvokeEvent } from 'electron'
import { describe, expect, it, vi } from 'vitest'
import { EngineError } from '../contract/errors.ts'
import { TARGET_KINDS, type PageState } from '../contract/host.ts'
import { REQUEST } from './channels.ts'
import { handleRequests, type Handlers, type Reply } from './ipc.ts'

const STATE: PageState = {
  open: true,
  fit: { fraction: 0.5 },
  closing: null,
  disabled: ['run'],
  language: 'de',
  theme: 'dark',
}

type Invoke = (event: unknown, ...args: unknown[]) => Promise<Reply>
const page = { senderFrame: { url: 'app://basin/index.html', parent: null } } as unknown as IpcMainInvokeEvent

function served(changes: Partial<Handlers> = {}) {
  const channels = new Map<string, Invoke>()
  const handlers = Object.fromEntries(Object.values(REQUEST).map((name) => [name, vi.fn(() => name)]))
  const handle = (channel: string, listener: unknown) => void channels.set(channel, listener as Invoke)
  const all = { ...(handlers as unknown as Handlers), ...changes }
  handleRequests({ handle }, () => all)
  const invoke = (channel: string, event: unknown, ...args: unknown[]) =>
    channels.get(channel)?.(event, ...args)
  return { invoke, handlers }
}

describe('a request', () => {
  it('of the right shape from our own page is answered', async () => {
    const { invoke } = served()
    expect(await invoke(REQUEST.chooseTarget, page, 'labels.csv', 'csv')).toEqual({
      value: REQUEST.chooseTarget,
    })
  })

  it('about how the page stands is taken as a whole', async () => {
    const { invoke, handlers } = served()
    await invoke(REQUEST.state, page, STATE)
    expect(handlers[REQUEST.state]).toHaveBeenCalledExactlyOnceWith(page, STATE)
  })

  it.each(TARGET_KINDS)('for a place to save a file of the kind %s is answered', async (kind) => {
    const { invoke } = served()
    expect(await invoke(REQUEST.chooseTarget, page, `a.${kind}`, kind)).toEqual({
      value: REQUEST.chooseTarget,
    })
  })

  it.each([
    ['another page', { senderFrame: { url: 'https://example.com/', parent: null } }],
    ['a frame inside our page', { senderFrame: { url: 'app://basin/index.html', parent: {} } }],
    ['a frame that is gone', { senderFrame: null }],
  ])('from %s never reaches its handler', async (_who, event) => {
    const { invoke, handlers } = served()
    for (const channel of Object.values(REQUEST)) {
      expect(await invoke(channel, event)).toMatchObject({ error: { code: 'invalid-input' } })
      expect(handlers[channel]).not.toHaveBeenCalled()
    }
  })

  it.each([
    [REQUEST.chooseFile, ['/etc/passwd']],
    [REQUEST.initialFile, [{}]],
    [REQUEST.grantDropped, []],
    [REQUEST.grantDropped, ['']],
    [REQUEST.grantDropped, [{ path: '/a' }]],
    [REQUEST.grantDropped, ['/a\0b']],
    [REQUEST.chooseTarget, ['../../.profile', 'csv']],
    [REQUEST.chooseTarget, ['a\\b', 'csv']],
    [REQUEST.chooseTarget, ['a.exe', 'exe']],
    [REQUEST.chooseTarget, ['a.csv', 'csv', 'more']],
    [REQUEST.state, [{ ...STATE, fit: { fraction: 2 } }]],
    [REQUEST.state, [{ ...STATE, disabled: ['format-disk'] }]],
    [REQUEST.state, [{ ...STATE, closing: 'x'.repeat(1001) }]],
    [REQUEST.notify, ['', 'text']],
    [REQUEST.notify, [{}, 'text']],
    [REQUEST.newWindow, ['https://example.com/']],
    [REQUEST.printPage, ['']],
    [REQUEST.printPage, ['x'.repeat(8_000_001)]],
    [REQUEST.targetBeside, ['']],
    [REQUEST.targetBeside, ['id', '../other.json']],
  ])('of the wrong shape is refused: %s %j', async (channel, args) => {
    const { invoke, handlers } = served()
    expect(await invoke(channel, page, ...args)).toMatchObject({ error: { code: 'invalid-input' } })
    expect(handlers[channel]).not.toHaveBeenCalled()
  })

  it('that fails is answered with the words of the failure', async () => {
    const fails = () => {
      throw new EngineError('engine-died', 'It stopped.', 'Restart it.')
    }
    const { invoke } = served({ [REQUEST.connect]: fails })
    expect(await invoke(REQUEST.connect, page)).toMatchObject({
      error: { code: 'engine-died', message: 'It stopped.', remedy: 'Restart it.' },
    })
  })
})
