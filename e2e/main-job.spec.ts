import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator } from '@playwright/test'
import { expect, test } from './app.ts'
import { workspace } from './pages/workspace.ts'
import { AWKWARD_END, AWKWARD_LINES, writeAwkwardTable, writeSlowTable } from './tables.ts'

const picture = async (chart: Locator) => (await chart.screenshot()).toString('base64')
const OLD_FAITHFUL = join(import.meta.dirname, '../samples/old-faithful.csv')

test('a sample is opened, fitted, looked at restart by restart, and taken away', async ({ openApp }) => {
  const app = await openApp()
  const basin = workspace(app.page)
  await basin.sample(/Old Faithful/).click()
  await expect(basin.status).toContainText('272 rows')
  await expect(basin.columns.getByRole('checkbox', { checked: true })).toHaveCount(2)

  await basin.set('Components', '3')
  await basin.set('Restarts', '40')
  await basin.run.click()
  await expect(basin.status).toContainText('40 of 40 restarts')
  await basin.show('Restarts')
  await expect(basin.restartRows).toHaveCount(40)
  await expect(basin.restartRows.first()).toContainText('−1114.4399')
  expect(await basin.solutions.getByRole('listitem').count()).toBeGreaterThan(1)

  await basin.show('Clusters')
  const scatter = basin.chart(/cluster/i).first()
  await expect(scatter).toBeVisible()
  const best = await picture(scatter)
  await basin.show('Restarts')
  const usable = basin.restartRows.filter({ hasText: /converged/ })
  await usable.last().click()
  await basin.show('Clusters')
  await expect.poll(() => picture(scatter)).not.toBe(best)

  await basin.show('Restarts')
  await basin.restartRows.first().click()
  const saved = await app.save('labelled.csv', () => basin.exportLabels.click())
  const before = readFileSync(OLD_FAITHFUL, 'utf8').trimEnd().split('\n')
  const after = readFileSync(saved, 'utf8').trimEnd().split('\n')
  expect(after.length).toBe(before.length)
  expect(after[0]).toBe(`${before[0]},cluster,uncertainty,log_density`)
  for (const [i, line] of before.entries()) {
    expect(after[i]?.slice(0, line.length + 1)).toBe(`${line},`)
    if (i > 0) expect(after[i]?.slice(line.length)).toMatch(/^,[123],[\d.e-]+,-?[\d.e-]+$/)
  }
})

test('curves grow while a long fit runs, and Stop keeps what was found', async ({ openApp, folder }) => {
  const app = await openApp(writeSlowTable(folder, 60_000))
  const basin = workspace(app.page)
  await expect(basin.status).toContainText('60,000 rows')
  await basin.set('Components', '6')
  await basin.set('Restarts', '60')
  await basin.run.click()
  await basin.show('Restarts')
  const curves = basin.chart(/restart|log-likelihood/i).first()
  await expect(curves).toBeVisible()
  await expect.poll(() => curves.getAttribute('aria-label')).not.toMatch(/^No /)
  const early = await picture(curves)
  await expect.poll(() => picture(curves)).not.toBe(early)

  await expect(basin.stop).toBeEnabled()
  await basin.stop.click()
  await expect(basin.run).toBeEnabled()
  await expect(basin.restartRows.filter({ hasText: /stopped|converged|limit/ }).first()).toBeVisible()
  await expect(basin.exportLabels).toBeEnabled()
})

test('an awkward table keeps every byte of its own columns', async ({ openApp, folder }) => {
  const path = writeAwkwardTable(folder)
  const app = await openApp()
  const basin = workspace(app.page)
  await app.chooseFile(path, () => basin.open.click())
  await expect(basin.status).toContainText('8 rows')
  await basin.set('Components', '1')
  await basin.set('Restarts', '4')
  await basin.run.click()
  await expect(basin.status).toContainText('4 of 4 restarts')
  await expect(basin.status).toContainText('1 dropped')
  const saved = await app.save('labelled.csv', () => basin.exportLabels.click())
  const lines = readFileSync(saved, 'utf8').split(AWKWARD_END)
  expect(lines.length).toBe(AWKWARD_LINES.length)
  expect(lines[0]).toBe(`${AWKWARD_LINES[0]};cluster;uncertainty;log_density`)
  for (const [i, line] of AWKWARD_LINES.entries())
    expect(lines[i]?.slice(0, line.length + 1)).toBe(`${line};`)
  expect(lines[4]).toBe(`${AWKWARD_LINES[4]};;;`)
})

test('everything of the main job is reached by keyboard', async ({ openApp }) => {
  const { page } = await openApp(OLD_FAITHFUL)
  const basin = workspace(page)
  await expect(basin.status).toContainText('272 rows')
  await basin.set('Restarts', '12')
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(basin.status).toContainText('12 of 12 restarts')
  await page.keyboard.press('ControlOrMeta+3')
  await expect(page.getByRole('tab', { name: 'Clusters' })).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('ControlOrMeta+2')
  await expect(basin.restartRows.first()).toHaveAttribute('aria-current', 'true')
  await page.getByRole('region', { name: 'All restarts' }).focus()
  await page.keyboard.press('ArrowDown')
  await expect(basin.restartRows.nth(1)).toHaveAttribute('aria-current', 'true')
})
