import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from '@playwright/test'
import { serveBasin } from './app.ts'
import { importDialog } from './pages/import-dialog.ts'
import { workspace } from './pages/workspace.ts'
import { writeDoubtfulTable, writeMessyTable, writeTrustTables } from './tables.ts'

export interface Look {
  colorScheme: 'light' | 'dark'
  viewport: { width: number; height: number }
}

/** Pictures of the import options over three kinds of file, and of the window after them. */
export async function shootImports(browser: Browser, folder: string, look: Look): Promise<void> {
  const own = mkdtempSync(join(tmpdir(), 'basin-pictures-'))
  const shoot = async (file: string, name: string, act: (page: Page) => Promise<void>) => {
    const server = await serveBasin(file, join(own, `home-${name}`))
    const page = await browser.newPage(look)
    await page.goto(server.url)
    await act(page)
    await page.waitForTimeout(300)
    await page.screenshot({ path: join(folder, `${name}-${look.colorScheme}-${look.viewport.width}.png`) })
    await page.close()
    await server.stop()
  }
  const messy = writeMessyTable(own)
  await shoot(messy, 'import-rejected', async (page) => {
    await importDialog(page).failuresOf('weight').click()
  })
  await shoot(writeDoubtfulTable(own), 'import-two-ways', async (page) => {
    await importDialog(page).cell(0, 1).waitFor()
  })
  await shoot(messy, 'import-opened', async (page) => {
    await importDialog(page).open.click()
    await workspace(page).run.waitFor()
  })
  for (const [name, { path }] of Object.entries(writeTrustTables(own)))
    await shoot(path, `trust-${name}`, async (page) => {
      await workspace(page).run.waitFor()
      await page.keyboard.press('ControlOrMeta+I')
      await importDialog(page).cell(0, 0).waitFor()
    })
  rmSync(own, { recursive: true, force: true })
}
