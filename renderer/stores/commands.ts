import { defineStore } from 'pinia'
import { onScopeDispose } from 'vue'
import type { Command } from '../../contract/host.ts'

export type AppCommand = Command | 'previous-restart' | 'next-restart' | 'start'

/** What menus, shortcuts and buttons ask for, and whoever on the screen can do it. */
export const useCommandsStore = defineStore('commands', () => {
  const handlers = new Map<AppCommand, () => void>()

  /** Does the command while the calling component lives. */
  function handle(command: AppCommand, handler: () => void): void {
    handlers.set(command, handler)
    onScopeDispose(() => {
      if (handlers.get(command) === handler) handlers.delete(command)
    })
  }

  function run(command: AppCommand): void {
    handlers.get(command)?.()
  }

  return { handle, run }
})
