import type { ContextMenuParams, MenuItemConstructorOptions } from 'electron'
import { planRoles } from './menu-roles.ts'

/** What the pointer's other button offers on text: a desktop program's fields have that everywhere else. */
export function planContextMenu(
  {
    isEditable,
    selectionText,
    editFlags,
  }: Pick<ContextMenuParams, 'isEditable' | 'selectionText' | 'editFlags'>,
  platform: NodeJS.Platform,
): MenuItemConstructorOptions[] {
  const line = (role: 'cut' | 'copy' | 'paste' | 'selectAll', enabled: boolean) =>
    planRoles(role, platform).map((item) => ({ ...item, enabled }))
  if (!isEditable) return selectionText.trim() === '' ? [] : line('copy', editFlags.canCopy)
  return [
    ...line('cut', editFlags.canCut),
    ...line('copy', editFlags.canCopy),
    ...line('paste', editFlags.canPaste),
    { type: 'separator' },
    ...line('selectAll', editFlags.canSelectAll),
  ]
}
