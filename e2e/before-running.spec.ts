import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createRandom } from '../core/random/random.ts'
import { expect, test } from './app.ts'
import { workspace } from './pages/workspace.ts'

function survey(folder: string): string {
  const random = createRandom(11)
  const lines = Array.from({ length: 300 }, (_, i) => {
    const income = Math.exp(8 + (i % 2) + 1.1 * random.normal())
    return [i + 1, income.toFixed(2), 7, (40 + 12 * (i % 2) + 4 * random.normal()).toFixed(1)].join(',')
  })
  const path = join(folder, 'survey.csv')
  writeFileSync(path, `id,income,wave,age\n${lines.join('\n')}\n`)
  return path
}

test('what would go wrong is told before a run, and each remedy is one press', async ({
  openApp,
  folder,
}) => {
  const { page } = await openApp(survey(folder))
  const basin = workspace(page)
  await expect(basin.status).toContainText('300 rows')
  const columns = page.getByRole('group', { name: 'Columns' })
  for (const name of ['id', 'wave']) await columns.getByRole('checkbox', { name, exact: true }).check()
  const before = page.getByRole('group', { name: 'Before running' })
  await expect(before).toContainText('3 warnings')
  const warnings = before.getByRole('listitem')
  await expect(warnings).toHaveCount(3)

  await before.getByRole('button', { name: 'Drop wave' }).click()
  await expect(warnings).toHaveCount(2)
  await expect(before).not.toContainText('“wave”')
  await before.getByRole('button', { name: 'Drop id' }).click()
  await expect(warnings).toHaveCount(1)
  await before.getByRole('button', { name: 'Use log(income)' }).click()
  await expect(before).toContainText('no warnings')
  await expect(columns.getByRole('checkbox', { name: 'log(income)' })).toBeChecked()
  await expect(columns.getByRole('checkbox', { name: 'income', exact: true })).not.toBeChecked()

  await basin.set('Components', '2')
  await basin.set('Restarts', '6')
  await basin.run.click()
  await expect(basin.status).toContainText('6 of 6 restarts')
  await basin.show('Clusters')
  await expect(page.getByRole('img', { name: /log\(income\)/ }).first()).toBeVisible()

  await columns.getByRole('button', { name: 'Remove log(income)' }).click()
  await expect(columns.getByRole('checkbox', { name: 'income', exact: true })).toBeChecked()
  await expect(columns.getByRole('checkbox', { name: 'log(income)' })).toHaveCount(0)
  await expect(before).toContainText('1 warning')
})
