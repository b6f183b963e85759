import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { expect, test } from './app.ts'
import { workspace } from './pages/workspace.ts'

const OLD_FAITHFUL = join(import.meta.dirname, '../samples/old-faithful.csv')
const lines = readFileSync(OLD_FAITHFUL, 'utf8').trimEnd().split('\n')

async function fitted(page: Page) {
  const basin = workspace(page)
  await expect(basin.status).toContainText('272 rows')
  await basin.set('Components', '2')
  await basin.set('Restarts', '6')
  await basin.run.click()
  await expect(basin.status).toContainText('6 of 6 restarts')
  await basin.show('Clusters')
  return { basin, scatter: basin.chart(/^Scatter of waiting against eruptions/) }
}

/** Drags from one place of a plot to another, in parts of its width and height. */
async function drag(page: Page, plot: Locator, [x0, y0]: [number, number], [x1, y1]: [number, number]) {
  const box = (await plot.boundingBox())!
  await page.mouse.move(box.x + x0 * box.width, box.y + y0 * box.height)
  await page.mouse.down()
  await page.mouse.move(box.x + x1 * box.width, box.y + y1 * box.height, { steps: 4 })
  await page.mouse.up()
}

const countOf = async (status: Locator) =>
  Number(/([\d,]+) rows? selected/.exec(await status.innerText())?.[1]?.replace(',', '') ?? 0)

test('a box selects rows that are the same in every view, and Esc selects none', async ({ openApp }) => {
  const { page } = await openApp(OLD_FAITHFUL)
  const { basin, scatter } = await fitted(page)
  await page.getByText('Box', { exact: true }).click()
  await drag(page, scatter, [0.15, 0.1], [0.5, 0.88])
  await expect(basin.status).toContainText(/\d+ rows selected/)
  const count = await countOf(basin.status)
  expect(count).toBeGreaterThan(80)
  expect(count).toBeLessThan(120)
  await expect(scatter).toHaveAttribute('aria-label', new RegExp(`${count} of them are selected`))

  await basin.show('Compare')
  await expect(basin.chart(/^Scatter/).first()).toHaveAttribute(
    'aria-label',
    new RegExp(`${count} of them are selected`),
  )
  await basin.show('Data')
  await page.getByText('Show selected rows only').click()
  const table = page.getByRole('table', { name: 'Rows', exact: true })
  await expect(table).toHaveAttribute('aria-rowcount', String(count + 1))
  await expect(table.locator('tbody tr[aria-selected=false]')).toHaveCount(0)

  await page.keyboard.press('Escape')
  await expect(basin.status).not.toContainText('selected')
  await page.keyboard.press('ControlOrMeta+z')
  await expect(basin.status).toContainText(`${count} rows selected`)
})

test('clusters are selected by keyboard, and a new fit leaves the selection as it is', async ({
  openApp,
}) => {
  const { page } = await openApp(OLD_FAITHFUL)
  const { basin } = await fitted(page)
  const legend = page.getByRole('list', { name: 'Clusters' }).getByRole('button', { name: /rows/ })
  await expect(legend).toHaveCount(2)
  const sizes = (await legend.allInnerTexts()).map((text) => Number(/(\d+) rows/.exec(text)?.[1]))
  await legend.first().focus()
  await page.keyboard.press('Enter')
  await expect(basin.status).toContainText(`${sizes[0]} rows selected`)
  await legend.last().focus()
  await page.keyboard.press('Shift+Enter')
  await expect(basin.status).toContainText('272 rows selected')
  await page.keyboard.press('Alt+Enter')
  await expect(basin.status).toContainText(`${sizes[0]} rows selected`)
  await page.getByRole('button', { name: 'Invert' }).click()
  await expect(basin.status).toContainText(`${sizes[1]} rows selected`)

  await basin.set('Components', '3')
  await basin.run.click()
  await expect(basin.status).toContainText('6 of 6 restarts')
  await expect(basin.status).toContainText(`${sizes[1]} rows selected`)
})

test('rows chosen in the table are exported as the file has them', async ({ openApp }) => {
  const app = await openApp(OLD_FAITHFUL)
  const { page } = app
  const basin = workspace(page)
  const rowNumber = (row: number) => page.getByRole('rowheader', { name: String(row), exact: true })
  await rowNumber(3).click()
  await rowNumber(6).click({ modifiers: ['Shift'] })
  await rowNumber(4).click({ modifiers: ['ControlOrMeta'] })
  await expect(basin.status).toContainText('3 rows selected')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press(' ')
  await expect(basin.status).toContainText('4 rows selected')

  await page.getByRole('button', { name: 'Selection…' }).click()
  const saved = await app.save('selected.csv', () =>
    page.getByRole('button', { name: 'Export selected rows…' }).click(),
  )
  expect(readFileSync(saved, 'utf8')).toBe([0, 3, 5, 6, 8].map((line) => `${lines[line]}\n`).join(''))
})

test('a restart from selected rows stands beside the others and is chosen when it ends', async ({
  openApp,
}) => {
  const { page } = await openApp(OLD_FAITHFUL)
  const { basin, scatter } = await fitted(page)
  await page.getByText('Lasso', { exact: true }).click()
  const box = (await scatter.boundingBox())!
  const corner = (turn: number): [number, number] => [
    box.x + box.width * (0.27 + 0.1 * Math.cos(turn)),
    box.y + box.height * (0.7 + 0.15 * Math.sin(turn)),
  ]
  await page.mouse.move(...corner(0))
  await page.mouse.down()
  for (let turn = 0; turn < 6.2; turn += 0.3) await page.mouse.move(...corner(turn))
  await page.mouse.up()
  await expect(basin.status).toContainText(/\d+ rows selected/)

  await page.getByRole('button', { name: 'Selection…' }).click()
  await page.getByRole('button', { name: 'Start a restart from them…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Start a restart of your own' })
  await expect(dialog).toContainText(/become a component of their own beside the 2 clusters: 3 components/)
  await dialog.getByRole('button', { name: 'Start', exact: true }).click()
  await basin.show('Restarts')
  await expect(basin.restartRows.filter({ hasText: 'Your own start' })).toHaveAttribute(
    'aria-current',
    'true',
  )
  await expect(page.getByRole('complementary', { name: 'Solution' })).toContainText('3 components')
})
