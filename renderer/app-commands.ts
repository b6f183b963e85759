import { shallowRef, type ShallowRef } from 'vue'
import { say } from '../contract/words/say.ts'
import { useTableCopies } from './copy-table.ts'
import { useRemovals } from './remove-restarts.ts'
import { useCommandsStore } from './stores/commands.ts'
import { useDatasetStore } from './stores/dataset.ts'
import { useEngineStore } from './stores/engine.ts'
import { useHistoryStore } from './stores/history.ts'
import { useImportStore } from './stores/import.ts'
import { useSelectionStore, VIEWS } from './stores/selection.ts'
import { useSessionStore } from './stores/session.ts'

/** Dialogs that a command opens, and nothing but the person closes. */
const LISTS = ['glossary', 'shortcuts', 'samples', 'open-recent', 'start', 'preferences', 'licences'] as const
export type Listing = (typeof LISTS)[number]

/* What is typed in these is undone by themselves. */
const TYPED = 'input:not([type=checkbox], [type=radio], [type=range]), textarea'

/** Does the commands that belong to the whole window; gives the dialog that one of them has opened. */
export function useAppCommands(): ShallowRef<Listing | null> {
  const commands = useCommandsStore()
  const engines = useEngineStore()
  const dataset = useDatasetStore()
  const history = useHistoryStore()
  const imports = useImportStore()
  const selection = useSelectionStore()
  const session = useSessionStore()
  const listing = shallowRef<Listing | null>(null)

  VIEWS.forEach((view, at) => {
    commands.handle(`view-${(at + 1) as 1 | 2 | 3 | 4 | 5}`, () => {
      if (dataset.summary !== null) selection.view = view
    })
  })
  commands.handle('previous-restart', () => selection.step(-1))
  commands.handle('next-restart', () => selection.step(1))
  for (const list of LISTS)
    commands.handle(list, () => {
      listing.value = list
    })
  commands.handle('new-window', () => engines.host().newWindow())
  commands.handle('import', () => imports.review())
  const inField = (command: 'undo' | 'redo') =>
    document.activeElement?.matches(TYPED) === true && document.execCommand(command)
  const undo = () => void (inField('undo') || history.undo())
  const redo = () => void (inField('redo') || history.redo())
  commands.handle('undo', undo, () => (history.next === null ? say('There is no choice to undo.') : null))
  commands.handle('redo', redo, () => (history.again === null ? say('Nothing was undone.') : null))
  useTableCopies()
  useRemovals()
  const whyNotSaved = () => session.whyNot
  commands.handle('save-session', () => void session.save(), whyNotSaved)
  commands.handle('save-session-as', () => void session.save(true), whyNotSaved)
  return listing
}
