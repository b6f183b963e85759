import type { App, Session, WebContents } from 'electron'
import { isOurs } from './scheme.ts'

/** Of an IPC event: the frame that sent it. */
export interface Sender {
  url: string
  parent: unknown
}

/** Only the top frame of Basin's own page is listened to. */
export function isTrusted(sender: Sender | null): boolean {
  return sender !== null && sender.parent === null && isOurs(sender.url)
}

/** Shuts every door of a page: navigation, windows, web views. */
export function lockPage(contents: WebContents): void {
  contents.on('will-navigate', (event) => event.preventDefault())
  contents.on('will-frame-navigate', (event) => event.preventDefault())
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}

/** What the page may do: write what the person copies to the clipboard, never read it. */
const ALLOWED = 'clipboard-sanitized-write'

/** Refuses every other permission and every device, and every request that does not stay inside the application. */
export function lockSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, reply, { requestingUrl }) =>
    reply(permission === ALLOWED && isOurs(requestingUrl)),
  )
  session.setPermissionCheckHandler(
    (_contents, permission, origin) => permission === ALLOWED && isOurs(origin),
  )
  session.setDevicePermissionHandler(() => false)
  session.webRequest.onBeforeRequest((details, reply) => reply({ cancel: !staysInside(details.url) }))
}

/** The developer tools load themselves through `devtools:`. */
export function staysInside(url: string): boolean {
  return isOurs(url) || /^(data|blob|devtools):/.test(url)
}

export function lockApp(app: App): void {
  app.enableSandbox()
  app.on('web-contents-created', (_event, contents) => lockPage(contents))
}
