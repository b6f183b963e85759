import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from './app.ts'
import { workspace } from './pages/workspace.ts'

const OLD_FAITHFUL = join(import.meta.dirname, '../samples/old-faithful.csv')
const CRABS = join(import.meta.dirname, '../samples/crabs.csv')

async function runOldFaithful(page: Page, restarts: string) {
  const basin = workspace(page)
  await expect(basin.status).toContainText('272 rows')
  await basin.set('Components', '3')
  await basin.set('Restarts', restarts)
  await basin.run.click()
  await expect(basin.status).toContainText(`${restarts} of ${restarts} restarts`)
  await expect(basin.stop).toBeDisabled()
  await basin.show('Restarts')
  return basin
}

test('Old Faithful from 300 mixed starts: at least four solutions, and k-means never reaches the best', async ({
  openApp,
}) => {
  const { page } = await openApp(OLD_FAITHFUL)
  const basin = await runOldFaithful(page, '300')
  const solutions = basin.solutions.getByRole('listitem')
  expect(await solutions.count()).toBeGreaterThanOrEqual(4)
  await expect(solutions.nth(0)).toContainText(/A\s*best\s*−1114\.440.*\d+ of 300 restarts/)
  await expect(solutions.nth(0)).toContainText('k-means0/1')
  await expect(solutions.nth(1)).toContainText(/B\s*inferior\s*−1119\.21/)
  await expect(page.getByText(/300 restarts, /)).toBeVisible()
  await expect(page.getByText('better than A')).toBeVisible()
})

test('a click on the skyline chooses a restart, and the clusters follow', async ({ openApp }) => {
  const { page } = await openApp(OLD_FAITHFUL)
  const basin = await runOldFaithful(page, '300')
  const landscape = basin.chart(/where each restart ended/)
  const box = await landscape.boundingBox()
  if (box === null) throw new Error('the landscape is not drawn')
  await page.mouse.move(box.x + box.width * 0.84, box.y + box.height * 0.7)
  await expect(page.getByRole('tooltip')).toContainText(/Restart \d+, solution B.*gap 4\.77.*VVV-3-\d+/)
  const named = await page.getByRole('tooltip').textContent()
  const id = /VVV-3-\d+/.exec(named ?? '')?.[0] ?? ''
  await page.mouse.click(box.x + box.width * 0.84, box.y + box.height * 0.7)
  await expect(page.locator(`[data-restart="${id}"]`)).toHaveAttribute('aria-current', 'true')
  await basin.show('Clusters')
  const number = Number(id.slice(id.lastIndexOf('-') + 1)) + 1
  await expect(page.getByText(`solution B (restart ${number})`).first()).toBeVisible()
})

test('the pointer names the curve that it is on, and the wheel looks closer', async ({ openApp }) => {
  const { page } = await openApp(OLD_FAITHFUL)
  const basin = await runOldFaithful(page, '100')
  const box = await basin.chart(/where each restart ended/).boundingBox()
  if (box === null) throw new Error('the landscape is not drawn')
  await page.mouse.move(box.x + box.width * 0.3, box.y + box.height * 0.17)
  await expect(page.getByRole('tooltip')).toContainText(/Restart \d+, solution A/)
  await page.mouse.wheel(0, -400)
  await expect(page.getByRole('button', { name: 'Show all' })).toBeVisible()
})

test('more restarts are appended after the first, which stay as they were', async ({ openApp }) => {
  const { page } = await openApp(OLD_FAITHFUL)
  const basin = await runOldFaithful(page, '30')
  const rows = () =>
    basin.restartRows.evaluateAll((all) =>
      all.map((row) => {
        const [, , height = '', , ...cells] = [...row.querySelectorAll('td')].map((cell) => cell.textContent)
        return [row.getAttribute('data-restart') ?? '', height, ...cells]
      }),
    )
  const before = new Map((await rows()).map(([id = '', ...cells]) => [id, cells]))
  expect(before.size).toBe(30)
  await expect(page.getByLabel('More restarts')).toHaveValue('30')
  await page.getByRole('button', { name: 'Run more' }).click()
  await expect(basin.status).toContainText('60 of 60 restarts')
  await expect(basin.stop).toBeDisabled()
  const after = new Map((await rows()).map(([id = '', ...cells]) => [id, cells]))
  expect(after.size).toBe(60)
  for (const [id, cells] of before) expect(after.get(id)).toEqual(cells)
  await expect(page.getByText(/^60 restarts, /)).toBeVisible()
})

test('a restart that stopped too early goes on to a tighter tolerance', async ({ openApp }) => {
  const { page } = await openApp(OLD_FAITHFUL)
  const basin = workspace(page)
  await expect(basin.status).toContainText('272 rows')
  await page.getByText('Advanced', { exact: true }).click()
  await basin.set('Iteration limit', '12')
  await basin.set('Refinements', '0')
  const restarts = await runOldFaithful(page, '20')
  const short = restarts.restartRows.filter({ hasText: 'iteration limit' }).last()
  await short.click()
  const id = (await short.getAttribute('data-restart')) ?? ''
  const iterations = async () => Number(await page.locator(`[data-restart="${id}"] td`).nth(4).textContent())
  expect(await iterations()).toBe(12)
  await page.getByRole('button', { name: 'Continue', exact: true }).click()
  await expect.poll(iterations).toBeGreaterThan(12)
  await expect(page.locator(`[data-restart="${id}"]`)).toContainText('continued')
  await expect(page.locator(`[data-restart="${id}"]`)).toHaveAttribute('aria-current', 'true')
})

test('spurious solutions win only where they are let, and then in every view', async ({ openApp }) => {
  const { page } = await openApp(CRABS)
  const basin = workspace(page)
  await expect(basin.status).toContainText('200 rows')
  await basin.set('Components', '6')
  await basin.set('Restarts', '60')
  await page.getByText('Advanced', { exact: true }).click()
  await basin.set('Refinements', '0')
  await basin.run.click()
  await expect(basin.status).toContainText('60 of 60 restarts')
  await expect(basin.stop).toBeDisabled()
  await basin.show('Restarts')
  const top = basin.solutions.getByRole('listitem').first()
  await expect(top).toContainText('spurious')
  const panel = page.getByRole('complementary', { name: 'Solution' })
  await expect(panel).not.toContainText('Solution A')
  const letter = await panel.getByRole('heading').first().textContent()
  await page.getByLabel('Spurious ones may win').check()
  await expect(top).toContainText('best (spurious)')
  await expect(panel).toContainText('Solution A')
  await expect(panel).toContainText('Spurious solutions may win.')
  await basin.show('Models')
  await expect(page.getByRole('table', { name: 'Models' })).toContainText('A of')
  await panel.getByRole('button', { name: 'Set them aside' }).click()
  await expect(panel.getByRole('heading').first()).toHaveText(letter ?? '')
})

test('a race shows what it dropped', async ({ openApp }) => {
  const { page } = await openApp(OLD_FAITHFUL)
  const basin = workspace(page)
  await expect(basin.status).toContainText('272 rows')
  await page.getByRole('combobox', { name: 'Strategy' }).selectOption('race')
  await runOldFaithful(page, '60')
  expect(await basin.restartRows.filter({ hasText: 'dropped' }).count()).toBeGreaterThan(20)
  await expect(page.getByText('○ dropped')).toBeVisible()
})
