import type { ContextMenuParams } from 'electron'
import { expect, it } from 'vitest'
import { planContextMenu } from './context-menu.ts'

const editFlags = { canCut: false, canCopy: true, canPaste: true, canSelectAll: true }
const planned = (params: { isEditable: boolean; selectionText: string }) =>
  planContextMenu({ ...params, editFlags } as ContextMenuParams, 'linux').map(({ role, type, enabled }) =>
    role === undefined ? type : `${role} ${String(enabled)}`,
  )

it('a field of text offers what can be done with it', () => {
  expect(planned({ isEditable: true, selectionText: '' })).toEqual([
    'cut false',
    'copy true',
    'paste true',
    'separator',
    'selectAll true',
  ])
})

it('text that is selected can be copied, and elsewhere there is nothing to offer', () => {
  expect(planned({ isEditable: false, selectionText: 'BIC 2314' })).toEqual(['copy true'])
  expect(planned({ isEditable: false, selectionText: ' ' })).toEqual([])
})
