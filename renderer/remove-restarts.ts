import { nextTick } from 'vue'
import { say } from '../contract/words/say.ts'
import { useCommandsStore } from './stores/commands.ts'
import { useHistoryStore } from './stores/history.ts'
import { useNoticesStore } from './stores/notices.ts'
import { useRemovalStore } from './stores/removal.ts'
import { useSelectionStore } from './stores/selection.ts'

/** Restarts are removed by hand, and all of them brought back, each time with the way back. */
export function useRemovals(): void {
  const commands = useCommandsStore()
  const history = useHistoryStore()
  const notices = useNoticesStore()
  const removal = useRemovalStore()
  const selection = useSelectionStore()

  const ofRestart = () => (selection.restart === null ? [] : [selection.restart.id])
  const ofSolution = () => selection.solution?.restarts ?? []

  async function remove(restarts: readonly string[]): Promise<void> {
    const reason = removal.whyNot(restarts)
    if (reason !== null) return notices.say(reason)
    history.commit()
    if (!(await removal.remove(restarts))) return
    tell(
      say(
        '{count, plural, one {# restart removed} other {# restarts removed}}. Hits and estimates count the others only.',
        { count: restarts.length },
      ),
    )
  }

  async function bringBack(): Promise<void> {
    const count = removal.ids.length
    const reason = whyNotBack()
    if (reason !== null) return notices.say(reason)
    history.commit()
    const from = document.activeElement
    await removal.become([])
    if (removal.ids.length > 0) return
    void keepFocus(from)
    tell(say('{count, plural, one {# restart brought back} other {# restarts brought back}}.', { count }))
  }

  /** The button that brings them back goes with the last. */
  async function keepFocus(from: Element | null): Promise<void> {
    await nextTick()
    if (from?.isConnected === false)
      document.querySelector<HTMLElement>('[role=tab][aria-selected=true]')?.focus()
  }

  function tell(message: string): void {
    const step = history.commit()
    notices.done(message, { label: say('Undo'), act: () => history.undoThis(step) })
  }

  const whyNotBack = () =>
    removal.held ?? (removal.ids.length === 0 ? say('No restart has been removed.') : null)

  commands.handle(
    'remove-restart',
    () => remove(ofRestart()),
    () => removal.whyNot(ofRestart()),
  )
  commands.handle(
    'remove-solution',
    () => remove(ofSolution()),
    () => removal.whyNot(ofSolution()),
  )
  commands.handle('bring-back', bringBack, whyNotBack)
}
