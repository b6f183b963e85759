import type { Host } from '../../contract/host.ts'
import type { Port } from '../../contract/messages.ts'
import { connectElectron, type Bridge } from './electron.ts'
import { connectLocal } from './local.ts'

/** The host the page runs in, and a way to its engine. */
export interface Connection {
  host: Host
  /** A port to the engine that runs now. */
  openPort(): Promise<Port>
}

declare global {
  interface Window {
    basin?: Bridge
  }
}

/** Electron where its preload has left the bridge, the local server otherwise. */
export function findConnection(window: Window): Connection {
  return window.basin === undefined ? connectLocal(window) : connectElectron(window, window.basin)
}
