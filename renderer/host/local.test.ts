import { expect, it, onTestFinished, vi } from 'vitest'
import { EngineError } from '../../contract/errors.ts'
import { connectLocal, engineAddress, refusal, upload } from './local.ts'

it('the engine answers where the page came from', () => {
  const href = 'http://127.0.0.1:4711/path/?new#part'
  expect(engineAddress({ href })).toBe('ws://127.0.0.1:4711/path/engine')
})

it('a refusal of the server is shown as the server words it', () => {
  const error = new EngineError('too-large', 'The file has 9 bytes.', 'Name it on the command line.')
  expect(refusal(413, JSON.stringify(error.toData()))).toMatchObject({ ...error.toData() })
})

it('an answer that says nothing is worded here', () => {
  expect(refusal(502, 'Bad gateway')).toMatchObject({ code: 'engine-died' })
  expect(refusal(403, 'Another site asked for this.').message).toContain('no longer signed in')
})

it('a dropped folder is refused in words before anything is sent', async () => {
  const folder = {
    name: 'data',
    slice: () => ({ arrayBuffer: () => Promise.reject(new Error('NotFoundError')) }),
  } as unknown as File
  await expect(upload(folder, () => new AbortController().signal)).rejects.toMatchObject({
    code: 'file-unreadable',
    message: 'The browser cannot read “data”.',
  })
})

it('a page that has the focus tells nothing through the system', () => {
  const told = vi.fn()
  class Notification {
    static readonly permission = 'granted'
    constructor(title: string) {
      told(title)
    }
  }
  vi.stubGlobal('Notification', Notification)
  onTestFinished(() => void vi.unstubAllGlobals())
  const hasFocus = vi.fn(() => true)
  const { host } = connectLocal({ document: { hasFocus }, Notification } as unknown as Window)
  host.notify('The fit has ended', '')
  expect(told).not.toHaveBeenCalled()
  hasFocus.mockReturnValue(false)
  host.notify('The fit has ended', '')
  expect(told).toHaveBeenCalledExactlyOnceWith('The fit has ended')
})
