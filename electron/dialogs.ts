import { existsSync } from 'node:fs'
import { dirname, extname, join } from 'node:path'
import type { BrowserWindow, Dialog, FileFilter } from 'electron'
import type { TargetKind } from '../contract/host.ts'
import { say } from '../contract/words/say.ts'

const tables = (): FileFilter[] => [
  {
    name: say('Tables and sessions'),
    extensions: ['csv', 'tsv', 'tab', 'txt', 'dat', 'gz', 'basin'],
  },
  { name: say('All files'), extensions: ['*'] },
]

const targets = (): Record<TargetKind, { title: string; filter: FileFilter }> => ({
  csv: { title: say('Export the labelled CSV'), filter: { name: 'CSV', extensions: ['csv'] } },
  json: { title: say('Save as JSON'), filter: { name: 'JSON', extensions: ['json'] } },
  png: { title: say('Save the picture'), filter: { name: say('PNG picture'), extensions: ['png'] } },
  svg: { title: say('Save the picture'), filter: { name: say('SVG picture'), extensions: ['svg'] } },
  py: { title: say('Save the script'), filter: { name: say('Python script'), extensions: ['py'] } },
  r: { title: say('Save the script'), filter: { name: say('R script'), extensions: ['R', 'r'] } },
  html: { title: say('Save the report'), filter: { name: say('Web page'), extensions: ['html'] } },
  pdf: { title: say('Save the report as PDF'), filter: { name: 'PDF', extensions: ['pdf'] } },
  basin: { title: say('Save the session'), filter: { name: say('Basin session'), extensions: ['basin'] } },
})

/** The system's own dialogs. Each gives a path, or null when dismissed. */
export interface Dialogs {
  chooseFile(): Promise<string | null>
  chooseTarget(suggestedName: string, kind: TargetKind): Promise<string | null>
}

export function createDialogs(
  dialog: Pick<Dialog, 'showOpenDialog' | 'showSaveDialog'>,
  window: () => BrowserWindow,
  startFolder: string,
): Dialogs {
  let folder = startFolder
  const remember = (path: string) => {
    folder = dirname(path)
    return path
  }
  return {
    async chooseFile() {
      const { canceled, filePaths } = await dialog.showOpenDialog(window(), {
        title: say('Open a CSV file or a session'),
        buttonLabel: say('Open'),
        defaultPath: folder,
        filters: tables(),
        properties: ['openFile'],
      })
      const path = filePaths[0]
      return canceled || path === undefined ? null : remember(path)
    },
    async chooseTarget(suggestedName, kind) {
      const { title, filter } = targets()[kind]
      const { canceled, filePath } = await dialog.showSaveDialog(window(), {
        title,
        defaultPath: join(folder, suggestedName),
        filters: [filter],
        properties: ['createDirectory', 'showOverwriteConfirmation'],
      })
      return canceled || filePath === '' ? null : withExtension(remember(filePath), kind, existsSync)
    },
  }
}

/**
 * Some systems' dialogs leave out the extension. It is added only where that names a new file:
 * the person has not agreed to replacing another one.
 */
export function withExtension(path: string, kind: TargetKind, exists: (path: string) => boolean): string {
  const longer = `${path}.${kind}`
  return extname(path) === '' && !exists(longer) ? longer : path
}
