import { defineStore } from 'pinia'
import { onScopeDispose, shallowReactive } from 'vue'
import type { Command } from '../../contract/host.ts'
import { say } from '../../contract/words/say.ts'

export type AppCommand = Command | 'previous-restart' | 'next-restart' | 'start'

interface Handler {
  act(): void | Promise<void>
  whyNot(): string | null
}

/** What menus, shortcuts and buttons ask for, and whoever on the screen can do it. */
export const useCommandsStore = defineStore('commands', () => {
  const handlers = shallowReactive(new Map<AppCommand, Handler>())

  /** Does the command while the calling component lives. `whyNot` says why it would do nothing now; null where it would. */
  function handle(
    command: AppCommand,
    act: () => void | Promise<void>,
    whyNot: () => string | null = () => null,
  ): void {
    const handler = { act, whyNot }
    handlers.set(command, handler)
    onScopeDispose(() => {
      if (handlers.get(command) === handler) handlers.delete(command)
    })
  }

  function run(command: AppCommand): void {
    void handlers.get(command)?.act()
  }

  /** Null where the command would do something now. */
  function whyNot(command: AppCommand): string | null {
    const handler = handlers.get(command)
    return handler === undefined ? say('There is nothing on the screen to do this with.') : handler.whyNot()
  }

  return { handle, run, whyNot }
})
