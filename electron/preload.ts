import { contextBridge, ipcRenderer, webUtils, type IpcRendererEvent } from 'electron'
import { EngineError } from '../contract/errors.ts'
import { phrase } from '../contract/words/say.ts'
import type { Command, FileGrant, Host, TargetGrant } from '../contract/host.ts'
import { NOTICE, REQUEST } from './channels.ts'
import type { Reply } from './ipc.ts'

declare const location: { origin: string }
declare const window: { postMessage(message: unknown, origin: string, transfer: readonly unknown[]): void }

async function ask<T>(channel: string, ...args: unknown[]): Promise<T> {
  const reply = (await ipcRenderer.invoke(channel, ...args)) as Reply
  if ('error' in reply) throw new Error(JSON.stringify(reply.error))
  return reply.value as T
}

function listen<T>(channel: string, listener: (value: T) => void): () => void {
  const relay = (_event: IpcRendererEvent, value: T) => listener(value)
  ipcRenderer.on(channel, relay)
  return () => void ipcRenderer.off(channel, relay)
}

/** Nothing waits for these, and the main process says itself what fails in it. */
const ignore = () => undefined

// A port cannot pass the context bridge; a message to the page's own window can carry it.
ipcRenderer.on(NOTICE.port, (event) => window.postMessage(NOTICE.port, location.origin, event.ports))

const basin: Host & {
  requestPort(): Promise<void>
  onEngineGone(listener: (reason: string) => void): () => void
} = {
  kind: 'electron',
  chooseFile: () => ask<FileGrant | null>(REQUEST.chooseFile),
  async grantDropped(file) {
    const path = webUtils.getPathForFile(file)
    if (path === '') {
      const refusal = new EngineError(
        'file-unreadable',
        phrase('What was dropped is not a file on this computer.'),
        phrase('Save it to a folder first, then open it.'),
      )
      throw new Error(JSON.stringify(refusal.toData()))
    }
    return ask<FileGrant>(REQUEST.grantDropped, path)
  },
  chooseTarget: (suggestedName, kind) => ask<TargetGrant | null>(REQUEST.chooseTarget, suggestedName, kind),
  targetBeside: ({ target }) => ask<TargetGrant | null>(REQUEST.targetBeside, target),
  printPage: (html) => ask<Uint8Array | null>(REQUEST.printPage, html),
  deliver: () => Promise.resolve(),
  initialFile: () => ask<FileGrant | null>(REQUEST.initialFile),
  onOpenFile: (listener) => listen<FileGrant>(NOTICE.openFile, listener),
  onCommand: (listener) => listen<Command>(NOTICE.command, listener),
  show: (state) => void ask(REQUEST.state, state).catch(ignore),
  notify: (title, text) => void ask(REQUEST.notify, title, text).catch(ignore),
  newWindow: () => void ask(REQUEST.newWindow).catch(ignore),
  allowUpdates: (allowed) => ask<boolean>(REQUEST.allowUpdates, allowed),
  onUpdateReady: (listener) => listen<string>(NOTICE.updateReady, listener),
  restartEngine: () => ask<void>(REQUEST.restartEngine),
  requestPort: () => ask<void>(REQUEST.connect),
  onEngineGone: (listener) => listen<string>(NOTICE.engineGone, listener),
}

contextBridge.exposeInMainWorld('basin', basin)
