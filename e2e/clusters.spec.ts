import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type App } from './app.ts'
import { workspace } from './pages/workspace.ts'

/** The window with a fit of a sample, on the tab Clusters. */
async function fitted(app: App, components: string, covariance = 'VVV') {
  const basin = workspace(app.page)
  await basin.run.waitFor()
  await basin.set('Components', components)
  await basin.covariance.selectOption(covariance)
  await basin.set('Restarts', '20')
  await basin.run.click()
  await expect(basin.status).toContainText('20 of 20 restarts')
  await basin.show('Clusters')
  const select = (name: string) => app.page.getByRole('combobox', { name, exact: true })
  const chart = (name: string) => app.page.getByRole('radio', { name, exact: true }).check({ force: true })
  const toggle = (name: string) => app.page.getByRole('checkbox', { name, exact: true })
  return { basin, select, chart, toggle }
}

test('the clusters of crabs are looked at on every plane, as a matrix, and as profiles', async ({
  openApp,
}) => {
  const app = await openApp()
  const { page } = app
  await workspace(page)
    .sample(/Rock crabs/)
    .click()
  const { basin, select, chart, toggle } = await fitted(app, '4', 'EEE')
  await expect(basin.chart(/^Scatter of RW against FL for solution A .*, 200 rows by cluster/)).toBeVisible()

  await select('Plane').selectOption('principal')
  await select('Vertical axis').selectOption('3')
  await expect(basin.chart(/^Scatter of Principal component 3 against Principal component 1/)).toBeVisible()
  await select('Plane').selectOption('discriminant')
  await expect(basin.chart(/^Scatter of Discriminant 2 against Discriminant 1/)).toBeVisible()

  const scatter = basin.chart(/^Scatter of Discriminant 2/)
  const plain = await scatter.screenshot()
  await toggle('Contours').check()
  await toggle('Marginals').check()
  await expect.poll(async () => (await scatter.screenshot()).equals(plain)).toBe(false)

  await chart('Matrix')
  await expect(basin.chart(/^Scatter matrix of FL, RW, CL, CW, BD for solution A .*, 200 rows/)).toBeVisible()
  await page.getByText('5 of 5 columns').click()
  await toggle('CL').last().uncheck()
  await expect(basin.chart(/^Scatter matrix of FL, RW, CW, BD/)).toBeVisible()

  await chart('Profiles')
  await expect(basin.chart(/^Profiles of 4 clusters of solution A .* over FL, RW, CL, CW, BD/)).toBeVisible()

  await basin.show('Restarts')
  await basin.restartRows.nth(5).click()
  await basin.show('Clusters')
  await expect(basin.chart(/^Profiles of 4 clusters/)).toBeVisible()
  await chart('Matrix')
  await expect(basin.chart(/^Scatter matrix of FL, RW, CW, BD/)).toBeVisible()
  await chart('Scatter')
  await expect(toggle('Contours')).toBeChecked()
  await expect(scatter).toBeVisible()
})

test('points are coloured by what the model says, by a number and by a text', async ({ openApp }) => {
  const app = await openApp()
  const { page } = app
  await workspace(page)
    .sample(/Rock crabs/)
    .click()
  const { basin, select } = await fitted(app, '2', 'EEE')
  await select('Colour by').selectOption('uncertainty')
  const legend = (name: string) => page.getByRole('group', { name: `Colours: ${name}` })
  await expect(legend('uncertainty')).toContainText('00.5')
  await select('Colour by').selectOption('log-density')
  await expect(legend('log density')).toContainText('≤ −')
  await select('Colour by').selectOption({ label: 'BD' })
  await expect(legend('BD')).toContainText('≥ ')
  await select('Colour by').selectOption({ label: 'sex' })
  await expect(legend('sex')).toContainText(/F\s*M/)
  await expect(basin.chart(/200 rows by sex/)).toBeVisible()
  await select('Colour by').selectOption('cluster')
  await expect(page.getByRole('group', { name: /^Colours/ })).toHaveCount(0)
})

test('a box drawn in a panel of the matrix selects the rows in it, in every chart', async ({
  openApp,
  folder,
}) => {
  const file = join(folder, 'squares.csv')
  const rows = Array.from({ length: 60 }, (_, i) =>
    [((i * 3) % 10) + 0.5, Math.floor(i / 10) * 2, (i * 7) % 11].join(','),
  )
  writeFileSync(file, `a,b,c\n${rows.join('\n')}\n`)
  const app = await openApp(file)
  const { page } = app
  const { basin, chart } = await fitted(app, '2', 'VVI')
  await chart('Matrix')
  const matrix = basin.chart(/^Scatter matrix of a, b, c/)
  await expect(matrix).toBeVisible()
  await chart('Box')
  const area = await matrix.boundingBox()
  if (area === null) throw new Error('the matrix is not on the screen')
  /* Of the panel of b over a, the second of three rows in the first of three columns: a below 5, b from 2 to 8. */
  await page.mouse.move(area.x + area.width * 0.08, area.y + area.height * 0.33)
  await page.mouse.down()
  await page.mouse.move(area.x + area.width * 0.2235, area.y + area.height * 0.61, { steps: 5 })
  await page.mouse.up()
  await expect(basin.status).toContainText('20 rows selected')
  await chart('Profiles')
  await chart('Scatter')
  await expect(basin.chart(/20 of them are selected/)).toBeVisible()
})

test('each chart of the clusters can be saved as a picture', async ({ openApp }) => {
  const app = await openApp()
  const { page } = app
  await workspace(page).sample(/Iris/).click()
  const { basin, chart, toggle } = await fitted(app, '3')
  await toggle('Contours').check()
  await toggle('Marginals').check()
  await basin.moreExports.click()
  for (const [name, says] of [
    ['Scatter', /^Scatter of/],
    ['Matrix', /^Scatter matrix/],
    ['Profiles', /^Profiles/],
  ] as const) {
    await chart(name)
    await expect(basin.chart(says)).toBeVisible()
    const saved = await app.save(`${name}.svg`, () =>
      page.getByRole('button', { name: 'Save as SVG…' }).click(),
    )
    const svg = readFileSync(saved, 'utf8')
    expect(svg).toMatch(/^<svg/)
    expect(svg).toContain(name === 'Scatter' ? '50 %' : 'petal_width')
  }
})

test('one column, one component and many more columns than can be drawn are no trouble', async ({
  openApp,
  folder,
}) => {
  const file = join(folder, 'wide.csv')
  const names = Array.from({ length: 40 }, (_, j) => `c${j}`)
  const rows = Array.from({ length: 120 }, (_, i) =>
    names.map((_, j) => (j === 3 ? 5 + (i % 2) : ((i * (j + 3)) % 17) + 10 * (i % 2))).join(','),
  )
  writeFileSync(file, `${names.join(',')}\n${rows.join('\n')}\n`)
  const app = await openApp(file)
  const { page } = app
  const { basin, select, chart } = await fitted(app, '1', 'EEI')
  await select('Plane').selectOption('discriminant')
  await expect(basin.chart(/^Scatter of Widest remaining direction/)).toBeVisible()
  await chart('Matrix')
  await expect(basin.chart(/^Scatter matrix of c0, c1, c2, c3, c4, c5 for/)).toBeVisible()
  await chart('Profiles')
  await expect(page.getByText('30 of 40 columns')).toBeVisible()

  await basin.columns.getByRole('checkbox', { checked: true }).first().waitFor()
  await page.getByRole('button', { name: 'None', exact: true }).click()
  await basin.columns.getByRole('checkbox', { name: 'c0', exact: true }).check()
  await basin.run.click()
  await expect(basin.chart(/^Scatter of c0/)).toBeVisible()
  await expect(page.getByRole('radio', { name: 'Matrix', exact: true })).toHaveCount(0)
})
