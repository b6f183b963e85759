import type { BrowserWindow, BrowserWindowConstructorOptions, PrintToPDFOptions, Session } from 'electron'
import { EngineError } from '../contract/errors.ts'
import { phrase } from '../contract/words/say.ts'

/** Chromium opens no longer address. */
const LONGEST_ADDRESS = 2_000_000

interface Means {
  /** A session of its own, in memory. */
  session: Session
  open: (options: BrowserWindowConstructorOptions) => BrowserWindow
  /** Of the person: `en-US`. */
  locale: string
}

/** Lays a document out on paper in a window that nobody sees, where nothing runs and nothing is fetched. */
export async function printPage({ session, open, locale }: Means, html: string): Promise<Uint8Array> {
  const address = `data:text/html;charset=utf-8;base64,${Buffer.from(html, 'utf8').toString('base64')}`
  if (address.length > LONGEST_ADDRESS)
    throw new EngineError(
      'too-large',
      phrase('This report is too long to be made a PDF here.'),
      phrase('Save it as a page, open that in a browser, and print it from there.'),
    )
  lockPrinting(session)
  const window = open(PRINTING(session))
  try {
    await window.loadURL(address)
    return await window.webContents.printToPDF(paperOf(locale))
  } finally {
    window.destroy()
  }
}

const PRINTING = (session: Session): BrowserWindowConstructorOptions => ({
  show: false,
  width: 794,
  height: 1123,
  webPreferences: {
    session,
    javascript: false,
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
    spellcheck: false,
  },
})

/** Only the document itself is loaded. */
function lockPrinting(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, reply) => reply(false))
  session.setPermissionCheckHandler(() => false)
  session.webRequest.onBeforeRequest(({ url }, reply) => reply({ cancel: !url.startsWith('data:text/html') }))
}

/** Where letter paper is the common one. */
const LETTER = new Set(['US', 'CA', 'MX', 'PH', 'CL', 'CO', 'VE'])

/** The person's paper. */
export function paperOf(locale: string): PrintToPDFOptions {
  const region = /-([A-Z]{2})\b/.exec(locale)?.[1] ?? ''
  return {
    pageSize: LETTER.has(region) ? 'Letter' : 'A4',
    printBackground: true,
    generateTaggedPDF: true,
    generateDocumentOutline: true,
  }
}
