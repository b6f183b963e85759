import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { connect } from '../../contract/client.ts'
import type { Engine } from '../../contract/engine.ts'
import { EngineError } from '../../contract/errors.ts'
import type { Host } from '../../contract/host.ts'
import type { Port } from '../../contract/messages.ts'
import type { Connection } from '../host/connection.ts'

export type EngineState = 'connecting' | 'ready' | 'gone'

/** The engine and the host that the page talks to, and whether the engine is alive. */
export const useEngineStore = defineStore('engine', () => {
  const state = shallowRef<EngineState>('connecting')
  const reason = shallowRef('')
  let connection: Connection | null = null
  let current: Engine | null = null

  async function start(to: Connection): Promise<void> {
    connection = to
    await open()
  }

  async function restart(): Promise<void> {
    state.value = 'connecting'
    try {
      await host().restartEngine()
    } catch (thrown) {
      lost(EngineError.from(thrown).message)
      return
    }
    await open()
  }

  async function open(): Promise<void> {
    try {
      current = connect(watched(await linked().openPort()))
      state.value = 'ready'
      reason.value = ''
    } catch (thrown) {
      lost(EngineError.from(thrown).message)
    }
  }

  function watched(port: Port): Port {
    return {
      ...port,
      onClose: (listener) =>
        port.onClose((why) => {
          listener(why)
          lost(why)
        }),
    }
  }

  function lost(why: string): void {
    state.value = 'gone'
    reason.value = why
  }

  function linked(): Connection {
    if (connection === null)
      throw new EngineError('engine-died', 'Basin is still starting.', 'Wait a moment.')
    return connection
  }

  function engine(): Engine {
    if (current === null)
      throw new EngineError('engine-died', 'The engine is still starting.', 'Wait a moment.')
    return current
  }

  const host = (): Host => linked().host

  return { state, reason, start, restart, engine, host }
})
