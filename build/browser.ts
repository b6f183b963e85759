import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

/** The Chromium that tests drive: one named by BASIN_CHROMIUM, Playwright’s own, or the system’s. Null if none. */
export function findBrowser(): string | null {
  const named = process.env['BASIN_CHROMIUM']
  if (named !== undefined) return existsSync(named) ? named : null
  return [chromium.executablePath(), ...PLACES].find((path) => path !== '' && existsSync(path)) ?? null
}

const apt = (...parameters: string[]) =>
  spawnSync('apt-get', parameters, {
    stdio: ['ignore', 2, 2],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  }).status === 0

/** Finds a Chromium, or installs Debian's where this program may. Null where neither can be had. */
export function ensureBrowser(): string | null {
  const found = findBrowser()
  if (found !== null || process.platform !== 'linux' || process.getuid?.() !== 0) return found
  if (!existsSync('/usr/bin/apt-get')) return null
  process.stderr.write('No Chromium is installed; installing Debian’s for the tests…\n')
  apt('update', '-q')
  apt('install', '-q', '-y', '--no-install-recommends', 'chromium')
  return findBrowser()
}
