import type { BrowserWindow } from 'electron'
import { describe, expect, it, vi } from 'vitest'
import { createDialogs, withExtension } from './dialogs.ts'

const window = () => ({}) as BrowserWindow
const dialog = (filePath: string) => ({
  showOpenDialog: vi.fn(() =>
    Promise.resolve({ canceled: filePath === '', filePaths: filePath ? [filePath] : [] }),
  ),
  showSaveDialog: vi.fn(() => Promise.resolve({ canceled: filePath === '', filePath })),
})

describe('dialogs', () => {
  it('give null when dismissed', async () => {
    const dialogs = createDialogs(dialog(''), window, '/home/ana')
    expect(await dialogs.chooseFile()).toBeNull()
    expect(await dialogs.chooseTarget('a.csv', 'csv')).toBeNull()
  })

  it('suggest saving where the file was opened', async () => {
    const system = dialog('/data/faithful.csv')
    const dialogs = createDialogs(system, window, '/home/ana')
    await dialogs.chooseFile()
    await dialogs.chooseTarget('faithful-labelled.csv', 'csv')
    expect(system.showSaveDialog).toHaveBeenCalledWith(
      expect.anything(),
      expect.objectContaining({ defaultPath: '/data/faithful-labelled.csv' }),
    )
  })
})

describe('a target without an extension', () => {
  it('gets the one of its kind', () => {
    expect(withExtension('/data/labels', 'csv', () => false)).toBe('/data/labels.csv')
  })

  it('stays as it is where the longer name is taken', () => {
    expect(withExtension('/data/labels', 'csv', () => true)).toBe('/data/labels')
  })

  it('keeps an extension that was chosen', () => {
    expect(withExtension('/data/labels.txt', 'csv', () => false)).toBe('/data/labels.txt')
  })
})
