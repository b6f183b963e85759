import type { BrowserWindow, Dialog } from 'electron'
import { say } from '../contract/words/say.ts'

/**
 * Asks before a window closes that would end something. The page need not answer for it: it may be busy, or hang.
 * `closes` runs before it closes, `agreed` after the person has agreed.
 */
export function askBeforeClosing(
  window: BrowserWindow,
  dialog: Pick<Dialog, 'showMessageBox'>,
  parts: { ends(): string | null; closes(): void; agreed(): void; kept(): void },
): void {
  let asking = false

  async function ask(text: string): Promise<void> {
    asking = true
    // The question stands in front of its window, and would not be seen.
    if (window.isMinimized()) window.restore()
    const { response } = await dialog.showMessageBox(window, {
      type: 'question',
      title: 'Basin',
      message: say('A fit is running'),
      detail: text,
      buttons: [say('Keep fitting'), say('Close')],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    })
    asking = false
    if (response !== 1) return parts.kept()
    if (window.isDestroyed()) return
    parts.closes()
    window.destroy()
    parts.agreed()
  }

  window.on('close', (event) => {
    const text = parts.ends()
    if (text === null) return parts.closes()
    event.preventDefault()
    if (!asking) void ask(text)
  })
}
