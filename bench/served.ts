import { spawn, spawnSync } from 'node:child_process'
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { once } from 'node:events'
import { chromium, type Page } from '@playwright/test'
import { findBrowser } from '../build/browser.ts'
import { watchStillness } from './stillness.ts'

export interface ServedPage {
  page: Page
  close(): Promise<void>
}

/** Builds the bundles that pages are served from. */
export function bundle(): void {
  if (spawnSync(process.execPath, ['build/bundle.ts'], { stdio: ['ignore', 2, 2] }).status !== 0)
    throw new Error('The bundles failed.')
}

/** Basin in a browser, 1440 × 900, with so many rows of `samples/million-rows.ts` open, or with a file. */
export async function servePage(data: { rows: number } | { file: string }): Promise<ServedPage> {
  const executablePath = findBrowser()
  if (executablePath === null) throw new Error('No Chromium was found; name one in BASIN_CHROMIUM.')
  const folder = mkdtempSync(join(tmpdir(), 'basin-bench-'))
  const file = 'file' in data ? data.file : join(folder, 'rows.csv')
  if ('rows' in data) await write(file, data.rows)
  const server = spawn(process.execPath, ['out/hosts/main.js', 'serve', file, '--no-open'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [address] = (await once(server.stdout.setEncoding('utf8'), 'data')) as [string]
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  await watchStillness(page)
  await page.goto(address.trim())
  await page.getByRole('textbox', { name: 'Components' }).waitFor({ timeout: 120_000 })
  return {
    page,
    close: async () => {
      await browser.close()
      server.kill('SIGTERM')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** A field of the left panel. */
export const field = (page: Page, name: string) =>
  page.getByRole('spinbutton', { name }).or(page.getByRole('textbox', { name }))

async function write(file: string, rows: number): Promise<void> {
  const generator = spawn(process.execPath, ['samples/million-rows.ts', String(rows)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(generator.stdout.pipe(createWriteStream(file)), 'finish')
}
