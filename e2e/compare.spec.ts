import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from './app.ts'
import { workspace } from './pages/workspace.ts'

const OLD_FAITHFUL = join(import.meta.dirname, '../samples/old-faithful.csv')

/** Three components from starts that reach several solutions, without refinements, side by side. */
async function compareThree(page: Page) {
  const basin = workspace(page)
  await expect(basin.status).toContainText('272 rows')
  await basin.set('Components', '3')
  await basin.set('Restarts', '40')
  await basin.initialisation.selectOption('random-rows')
  await basin.run.click()
  await expect(basin.status).toContainText('40 of 40 restarts')
  await expect(basin.run).toBeEnabled()
  await basin.show('Compare')
  return basin
}

/** "35 rows selected" → 35. */
const selectedRows = async (page: Page) =>
  Number(
    /([\d,]+) rows? selected/
      .exec((await page.getByRole('status').textContent()) ?? '')?.[1]
      ?.replace(',', '') ?? 0,
  )

test('a ribbon, and the cell of the same clusters, selects exactly the rows that the contingency counts', async ({
  openApp,
}) => {
  const { page } = await openApp(OLD_FAITHFUL)
  const basin = await compareThree(page)
  const cells = page
    .getByRole('table', { name: 'Rows by left and right cluster' })
    .getByRole('button', { name: /^Select the / })
  await expect(cells.first()).toBeVisible()
  const ribbons = page.locator('path[data-cell]')
  await expect(ribbons).toHaveCount(await cells.count())
  let total = 0
  for (const cell of await cells.all()) {
    const [, rows = '', left, right] =
      /Select the ([\d,]+) rows in cluster (\d+) on the left and (\d+) on the right/.exec(
        (await cell.getAttribute('aria-label')) ?? '',
      ) ?? []
    total += Number(rows)
    await cell.click()
    await expect.poll(() => selectedRows(page)).toBe(Number(rows))
    await page.keyboard.press('Escape')
    await expect.poll(() => selectedRows(page)).toBe(0)
    await page.locator(`path[data-cell="${left} ${right}"]`).dispatchEvent('click')
    await expect.poll(() => selectedRows(page)).toBe(Number(rows))
  }
  expect(total).toBe(272)

  const changed = page.getByText(/Changed rows \(\d+\)/)
  const count = Number(/\d+/.exec((await changed.textContent()) ?? '')?.[0])
  await changed.click()
  await page.getByRole('button', { name: `Select all ${count}` }).click()
  await expect.poll(() => selectedRows(page)).toBe(count)
  const list = page.getByRole('table', { name: 'Rows that change cluster' })
  await expect(list.locator('tbody').getByRole('row').first()).toContainText(/> 0\.9|0\.\d/)
  await list
    .getByRole('button', { name: /^Select row / })
    .first()
    .click()
  await expect.poll(() => selectedRows(page)).toBe(1)
  await expect(basin.status).toContainText('1 row selected')
})

test('a cell of the matrix of all solutions sets its two side by side', async ({ openApp }) => {
  const app = await openApp(OLD_FAITHFUL)
  const { page } = app
  const basin = await compareThree(page)
  await page.getByText('All solutions', { exact: true }).click()
  const matrix = page.getByRole('table', { name: 'Adjusted Rand index between solutions' })
  const index = /A and C: (.+)/.exec(
    (await matrix.getByRole('button', { name: /^A and C: / }).getAttribute('aria-label')) ?? '',
  )?.[1]
  await basin.moreExports.click()
  const save = () => page.getByRole('button', { name: 'Save as SVG…' }).click()
  expect(readFileSync(await app.save('similarity.svg', save), 'utf8')).toContain(`>${index ?? ''}</text>`)
  await matrix.getByRole('button', { name: /^A and A: / }).focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('combobox', { name: 'Left', exact: true })).toContainText('Solution A')
  const shown = page.getByRole('region', { name: 'What differs' }).getByRole('definition').first()
  await expect(shown).toHaveText(/^−?\d\.\d{4}$/)
  expect(Number((await shown.textContent())?.replace('−', '-')).toFixed(2)).toBe(index?.replace('−', '-'))
})

test('rows that the good solutions do not agree on are counted, selected and exported', async ({
  openApp,
}) => {
  const app = await openApp(OLD_FAITHFUL)
  const { page } = app
  const basin = await compareThree(page)
  await page.getByText('Consensus', { exact: true }).click()
  await page.getByRole('textbox', { name: /gap up to/ }).fill('20')
  await page.keyboard.press('Enter')
  const fragile = page.getByRole('region', { name: 'Fragile rows' })
  const count = fragile.locator('strong')
  await expect(count).toHaveText(/^[1-9]\d* rows?$/)
  await expect(page.getByRole('img', { name: /put two rows into one cluster/ })).toBeVisible()
  const rows = Number.parseInt((await count.textContent()) ?? '', 10)
  await page.getByRole('button', { name: 'Select fragile rows' }).click()
  await expect.poll(() => selectedRows(page)).toBe(rows)

  await basin.labelOptions.click()
  await page.getByRole('checkbox', { name: 'with agreement' }).check()
  const saved = await app.save('labelled.csv', () => basin.exportLabels.click())
  const [head = '', ...lines] = readFileSync(saved, 'utf8').trimEnd().split('\n')
  expect(head.endsWith(',cluster,uncertainty,log_density,agreement')).toBe(true)
  const below = lines.filter((line) => Number(line.slice(line.lastIndexOf(',') + 1)) < 0.9)
  expect(below).toHaveLength(rows)
})
