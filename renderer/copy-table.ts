import { onScopeDispose } from 'vue'
import { say } from '../contract/words/say.ts'
import { useCommandsStore } from './stores/commands.ts'
import { useNoticesStore } from './stores/notices.ts'
import { numerals } from '../contract/words/numerals.ts'
import { copyText } from './ui/clipboard.ts'
import { cellsOf, tableText } from './ui/table-text.ts'

/* A table is pointed to with the mouse or the keyboard: most rows take no focus. */
const POINTS = ['focusin', 'pointerdown'] as const
const TYPED = 'input:not([type=checkbox], [type=radio]), textarea, select'

/**
 * Tables go to the clipboard as text: by the system's own keys where one was pointed to last and no text is selected, and by command
 * that one, else the first of the view.
 */
export function useTableCopies(): void {
  const notices = useNoticesStore()
  let last: HTMLTableElement | null = null

  const tableAt = (target: EventTarget | null) =>
    target instanceof Element ? (target.closest('table') ?? target.querySelector(':scope > table')) : null
  const isSeen = (table: HTMLTableElement | null) =>
    table !== null && table.isConnected && table.getClientRects().length > 0 ? table : null
  const wanted = () =>
    isSeen(tableAt(document.activeElement)) ??
    isSeen(last) ??
    isSeen(document.querySelector<HTMLTableElement>('[role=tabpanel] table'))

  const noteTable = ({ target }: Event) => {
    last = tableAt(target) ?? (target === document.body ? last : null)
  }
  const copy = (event: ClipboardEvent) => {
    const { activeElement } = document
    const table = tableAt(activeElement) ?? (activeElement === document.body ? isSeen(last) : null)
    const selecting = document.getSelection()?.isCollapsed === false
    if (table === null || selecting || activeElement?.matches(TYPED) === true) return
    event.preventDefault()
    event.clipboardData?.setData('text/plain', tableText(cellsOf(table), numerals))
    notices.done(said(table))
  }
  for (const kind of POINTS) document.addEventListener(kind, noteTable)
  document.addEventListener('copy', copy)
  onScopeDispose(() => {
    for (const kind of POINTS) document.removeEventListener(kind, noteTable)
    document.removeEventListener('copy', copy)
  })

  useCommandsStore().handle('copy-table', async () => {
    const table = wanted()
    if (table === null) return notices.done(say('There is no table on the screen to copy.'))
    const copied = await copyText(tableText(cellsOf(table), numerals))
    if (copied) notices.done(said(table))
    else notices.say(say('The table could not be copied: the clipboard cannot be written to.'))
  })
}

/** Long tables hold the rows near what is seen alone. */
function said(table: HTMLTableElement): string {
  const name = table.getAttribute('aria-label') ?? say('table')
  const all = Number(table.getAttribute('aria-rowcount') ?? 0)
  const here = table.querySelectorAll('tr').length
  return all > here
    ? say(
        'Of the table “{name}” the {here, number} rows around what is seen are on the clipboard, of {all, number}.',
        { name, here: here - 1, all: all - 1 },
      )
    : say('The table “{name}” is on the clipboard, as text.', { name })
}
