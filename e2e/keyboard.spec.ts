import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { expect, test } from './app.ts'
import { workspace } from './pages/workspace.ts'

const OLD_FAITHFUL = join(import.meta.dirname, '../samples/old-faithful.csv')

/** Words that are looked for on the screen; another language has others. */
const WORDS = {
  scatter: /^Scatter of/,
  table: 'Show as table',
  chart: 'Show as chart',
  curves: 'Curves',
  rename: /^Rename cluster 1/,
  numbers: /^BIC/,
} as const

/** Tab, or back with Shift, until the wanted has the focus; each stop on the way can be seen to have it. */
async function tabTo(page: Page, wanted: Locator, key = 'Tab'): Promise<void> {
  await expect(wanted).toBeVisible()
  const target = await wanted.elementHandle()
  for (let press = 0; press < 120; press++) {
    await page.keyboard.press(key)
    const { there, seen, name } = await page.evaluate((element) => {
      const { activeElement: now } = document
      const of = now?.matches('input.visually-hidden') === true ? now.parentElement : now
      const { outlineStyle, outlineWidth } =
        of === null ? { outlineStyle: '', outlineWidth: '' } : getComputedStyle(of)
      return {
        there: now === element,
        seen: now === document.body || (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1),
        name: now?.outerHTML.slice(0, 120) ?? '',
      }
    }, target)
    expect(seen, `the focus is not seen on ${name}`).toBe(true)
    if (there) return
  }
  throw new Error('Tab does not reach it.')
}

test('the whole job is done by keyboard', async ({ openApp }) => {
  const app = await openApp()
  const { page } = app
  const basin = workspace(page)
  const press = (key: string) => page.keyboard.press(key)
  await expect(basin.open).toBeVisible()
  await app.chooseFile(OLD_FAITHFUL, () => press('ControlOrMeta+o'))
  await expect(basin.status).toContainText('272')

  const second = basin.columns.getByRole('checkbox').nth(1)
  await tabTo(page, second)
  await press('Space')
  await expect(second).not.toBeChecked()
  await press('Space')
  await tabTo(page, basin.field('Components'))
  await page.keyboard.type('2-3')
  await tabTo(page, basin.field('Restarts'))
  await page.keyboard.type('12')
  await press('ControlOrMeta+Enter')
  await expect(basin.status).toContainText('24 of 24')

  await press('ControlOrMeta+2')
  await expect(basin.restartRows.first()).toBeVisible()
  await tabTo(page, page.getByRole('button', { name: WORDS.table }))
  await press('Enter')
  await expect(page.getByRole('button', { name: WORDS.chart })).toBeFocused()
  await press('Tab')
  await press('Tab')
  await press('ArrowDown')
  await press('Enter')
  await expect(basin.restartRows.nth(1)).toHaveAttribute('aria-current', 'true')

  await press('ControlOrMeta+3')
  const scatter = basin.chart(WORDS.scatter)
  await tabTo(page, page.getByRole('application').filter({ has: scatter }))
  await press('+')
  await press('Shift+ArrowLeft')
  await expect(page.getByRole('button', { name: 'Show all' })).toBeVisible()
  await press('0')
  await expect(page.getByRole('button', { name: 'Show all' })).toHaveCount(0)
  await press('b')
  for (let step = 0; step < 8; step++) await press('ArrowLeft')
  await press('Enter')
  await expect(basin.status).toContainText(/[1-9]\d* rows? selected/)
  await tabTo(page, page.getByRole('button', { name: WORDS.rename }))
  await press('Enter')
  await page.keyboard.type('long waits')
  await press('Enter')
  await expect(page.getByRole('list', { name: 'Clusters' })).toContainText('long waits')

  await press('ControlOrMeta+4')
  const cells = page.getByRole('tabpanel').getByRole('table').first().getByRole('button')
  await tabTo(page, cells.first())
  await press('ArrowRight')
  await press('Enter')
  await expect(cells.nth(1)).toHaveAttribute('aria-pressed', 'true')

  await press('ControlOrMeta+5')
  await expect(basin.chart(WORDS.scatter).first()).toBeVisible()
  await press('?')
  await expect(page.getByRole('dialog')).toBeVisible()
  await press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  const saved = await app.save('labelled.csv', () => press('ControlOrMeta+e'))
  expect(readFileSync(saved, 'utf8')).toMatch(/,cluster,uncertainty,log_density\n/)
})
