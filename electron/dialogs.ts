import { existsSync } from 'node:fs'
import { dirname, extname, join } from 'node:path'
import type { BrowserWindow, Dialog, FileFilter } from 'electron'
import type { TargetKind } from '../contract/host.ts'

const TABLES: FileFilter[] = [
  {
    name: 'Tables and sessions',
    extensions: ['csv', 'tsv', 'tab', 'txt', 'dat', 'gz', 'basin'],
  },
  { name: 'All files', extensions: ['*'] },
]

const TARGETS: Record<TargetKind, { title: string; filter: FileFilter }> = {
  csv: { title: 'Export the labelled CSV', filter: { name: 'CSV', extensions: ['csv'] } },
  json: { title: 'Save as JSON', filter: { name: 'JSON', extensions: ['json'] } },
  png: { title: 'Save the picture', filter: { name: 'PNG picture', extensions: ['png'] } },
  svg: { title: 'Save the picture', filter: { name: 'SVG picture', extensions: ['svg'] } },
  py: { title: 'Save the script', filter: { name: 'Python script', extensions: ['py'] } },
  r: { title: 'Save the script', filter: { name: 'R script', extensions: ['R', 'r'] } },
  html: { title: 'Save the report', filter: { name: 'Web page', extensions: ['html'] } },
  pdf: { title: 'Save the report as PDF', filter: { name: 'PDF', extensions: ['pdf'] } },
  basin: { title: 'Save the session', filter: { name: 'Basin session', extensions: ['basin'] } },
}

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
        title: 'Open a CSV file or a session',
        buttonLabel: 'Open',
        defaultPath: folder,
        filters: TABLES,
        properties: ['openFile'],
      })
      const path = filePaths[0]
      return canceled || path === undefined ? null : remember(path)
    },
    async chooseTarget(suggestedName, kind) {
      const { canceled, filePath } = await dialog.showSaveDialog(window(), {
        title: TARGETS[kind].title,
        defaultPath: join(folder, suggestedName),
        filters: [TARGETS[kind].filter],
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
