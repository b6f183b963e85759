import { onScopeDispose } from 'vue'
import { useCommandsStore } from './stores/commands.ts'
import { useNoticesStore } from './stores/notices.ts'
import { formatCount } from './format/number.ts'
import { copyText } from './ui/clipboard.ts'
import { cellsOf, tableText } from './ui/table-text.ts'

const TYPED = 'input:not([type=checkbox], [type=radio]), textarea, select'

/**
 * Tables go to the clipboard as text: by the system's own keys where one has the focus and no text is selected, and by command the
 * one that had the focus last, else the first of the view.
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

  const noteFocus = ({ target }: FocusEvent) => {
    last = tableAt(target) ?? last
  }
  const copy = (event: ClipboardEvent) => {
    const table = tableAt(document.activeElement)
    const selecting = document.getSelection()?.isCollapsed === false
    if (table === null || selecting || document.activeElement?.matches(TYPED) === true) return
    event.preventDefault()
    event.clipboardData?.setData('text/plain', tableText(cellsOf(table)))
    notices.done(said(table))
  }
  document.addEventListener('focusin', noteFocus)
  document.addEventListener('copy', copy)
  onScopeDispose(() => {
    document.removeEventListener('focusin', noteFocus)
    document.removeEventListener('copy', copy)
  })

  useCommandsStore().handle('copy-table', async () => {
    const table = wanted()
    if (table === null) return notices.done('There is no table on the screen to copy.')
    const copied = await copyText(tableText(cellsOf(table)))
    if (copied) notices.done(said(table))
    else notices.say('The table could not be copied: the clipboard cannot be written to.')
  })
}

/** Long tables hold the rows near what is seen alone. */
function said(table: HTMLTableElement): string {
  const name = `“${table.getAttribute('aria-label') ?? 'table'}”`
  const all = Number(table.getAttribute('aria-rowcount') ?? 0)
  const here = table.querySelectorAll('tr').length
  return all > here
    ? `Of the table ${name} the ${formatCount(here - 1)} rows around what is seen are on the clipboard, of ${formatCount(all - 1)}.`
    : `The table ${name} is on the clipboard, as text.`
}
