import type { BrowserWindow, BrowserWindowConstructorOptions, Dialog } from 'electron'
import { say } from '../contract/words/say.ts'
import { LEAST, type Placed } from './window-place.ts'

/** Background of the window until the page has painted; the same as the page's own in each theme. */
const BACKGROUND = { light: '#ffffff', dark: '#16181c' } as const

export function windowOptions(
  preload: string,
  dark: boolean,
  placed: Placed,
): BrowserWindowConstructorOptions {
  return {
    title: 'Basin',
    ...placed,
    minWidth: LEAST.width,
    minHeight: LEAST.height,
    show: false,
    backgroundColor: dark ? BACKGROUND.dark : BACKGROUND.light,
    webPreferences: {
      preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
    },
  }
}

/** A page that died is not left blank: the person is told and may have it back. */
export function watchPage(
  window: BrowserWindow,
  dialog: Pick<Dialog, 'showMessageBox'>,
  close: () => void,
): void {
  async function ask(reason: string): Promise<void> {
    // Not the synchronous box: it would hold every other window as well.
    const { response } = await dialog.showMessageBox(window, {
      type: 'error',
      title: 'Basin',
      message: say('The window has stopped working.'),
      detail: say(
        'The reason given is “{reason}”. Your file is untouched. Reload to start again from the beginning.',
        {
          reason,
        },
      ),
      buttons: [say('Reload'), say('Close the window')],
      cancelId: 1,
    })
    if (window.isDestroyed()) return
    if (response === 0) window.webContents.reload()
    else close()
  }

  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return
    void ask(reason)
  })
}
