import type { BrowserWindow, Notification } from 'electron'

/** Tells the person through the system, unless the window is in front; a click brings it there. */
export type Notifier = (title: string, body: string) => void

export function createNotifier(
  window: Pick<BrowserWindow, 'isFocused' | 'on'>,
  system: typeof Notification,
  bringForward: () => void,
): Notifier {
  // Held until it is out of date: Electron hears no click on one that has been collected as garbage.
  let told: Notification | null = null

  function takeBack(): void {
    told?.close()
    told = null
  }

  window.on('focus', takeBack)
  window.on('closed', takeBack)
  return (title, body) => {
    if (window.isFocused() || !system.isSupported()) return
    takeBack()
    told = new system({ title, body })
    told.on('click', bringForward)
    told.show()
  }
}
