import { chromium, type Browser } from '@playwright/test'
import { findBrowser } from '../build/browser.ts'

const NOTHING_OUTSIDE = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost'

/** A Chromium that reaches this machine alone. */
export function openInBrowser(): Promise<Browser> {
  const executablePath = findBrowser()
  if (executablePath === null) throw new Error('The end-to-end tests need a Chromium; see build/browser.ts.')
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', NOTHING_OUTSIDE] })
}
