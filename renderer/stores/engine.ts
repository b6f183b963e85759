import { defineStore } from 'pinia'
import { shallowRef, watch } from 'vue'
import { connect } from '../../contract/client.ts'
import type { Engine } from '../../contract/engine.ts'
import { EngineError } from '../../contract/errors.ts'
import type { Host } from '../../contract/host.ts'
import type { Port } from '../../contract/messages.ts'
import { say } from '../../contract/words/say.ts'
import type { Connection } from '../host/connection.ts'

export type EngineState = 'connecting' | 'ready' | 'gone'

/** What to do where an engine that answered has gone. */
const REMEDIES: Record<Host['kind'], string> = {
  electron: say('Your file is untouched; restarting opens it again.'),
  local: say(
    'Your file is untouched; connecting again opens it. If that fails, start `basin serve` again and open the address that it prints.',
  ),
}

/** The engine and the host that the page talks to, and whether the engine is alive. */
export const useEngineStore = defineStore('engine', () => {
  const state = shallowRef<EngineState>('connecting')
  const reason = shallowRef('')
  const remedy = shallowRef('')
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
      refused(thrown)
      return
    }
    await open()
  }

  async function open(): Promise<void> {
    try {
      current = connect(watched(await linked().openPort()))
      state.value = 'ready'
      reason.value = ''
      remedy.value = ''
    } catch (thrown) {
      refused(thrown)
    }
  }

  function watched(port: Port): Port {
    return {
      ...port,
      onClose: (listener) =>
        port.onClose((why) => {
          listener(why)
          lost(why, REMEDIES[host().kind])
        }),
    }
  }

  function refused(thrown: unknown): void {
    const error = EngineError.from(thrown)
    lost(error.message, error.remedy)
  }

  function lost(why: string, whatToDo: string): void {
    state.value = 'gone'
    reason.value = why.charAt(0).toUpperCase() + why.slice(1)
    remedy.value = whatToDo
  }

  function linked(): Connection {
    if (connection === null)
      throw new EngineError('engine-died', say('Basin is still starting.'), say('Wait a moment.'))
    return connection
  }

  function engine(): Engine {
    if (current === null)
      throw new EngineError('engine-died', say('The engine is still starting.'), say('Wait a moment.'))
    return current
  }

  /** Once the engine is there, or known to be gone: who acts in the first moments waits instead of failing. */
  function settled(): Promise<void> {
    return new Promise((resolve) => {
      const stop = watch(state, (now) => {
        if (now === 'connecting') return
        stop()
        resolve()
      })
    })
  }

  const host = (): Host => linked().host

  return { state, reason, remedy, start, restart, settled, engine, host }
})
