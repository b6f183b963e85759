import { EngineError } from '../../contract/errors.ts'
import { say } from '../../contract/words/say.ts'

/** Time in which a print dialog has read what it shows; some browsers return from `print` before that. */
const READ_BY_THEN = 60_000

/**
 * Shows the browser's print dialog for a document that may run nothing: it lies in a frame without the right to scripts, and its own
 * policy lets it fetch nothing.
 */
export async function printInPage(document: Document, html: string): Promise<void> {
  const frame = document.createElement('iframe')
  frame.setAttribute('sandbox', 'allow-same-origin allow-modals')
  frame.setAttribute('aria-hidden', 'true')
  frame.tabIndex = -1
  frame.title = say('Report')
  frame.style.cssText = 'position:fixed;right:100%;width:794px;height:1123px;border:0'
  const loaded = new Promise<void>((resolve) =>
    frame.addEventListener('load', () => resolve(), { once: true }),
  )
  frame.srcdoc = html
  document.body.append(frame)
  await loaded
  const window = frame.contentWindow
  if (window === null) {
    frame.remove()
    throw new EngineError(
      'not-available',
      say('The browser does not print here.'),
      say('Save the report as a page instead.'),
    )
  }
  window.addEventListener('afterprint', () => frame.remove(), { once: true })
  setTimeout(() => frame.remove(), READ_BY_THEN)
  window.print()
}
