import { expect, test } from './app.ts'
import { workspace } from './pages/workspace.ts'

test('a term is explained under the pointer, and in the glossary, which leads back to it', async ({
  openApp,
}) => {
  const { page } = await openApp()
  const basin = workspace(page)
  await basin.sample(/Old Faithful/).click()
  await basin.set('Restarts', '10')
  await basin.run.click()
  await expect(page.getByText(/10 of 10 restarts/).first()).toBeVisible({ timeout: 60_000 })
  await expect(basin.stop).toBeDisabled({ timeout: 60_000 })
  await basin.show('Restarts')

  const explanation = page.getByRole('tooltip')
  const bic = page.getByRole('complementary', { name: 'Solution' }).getByText('BIC', { exact: true })
  await expect(bic).toHaveAttribute('aria-description', /Schwarz 1978/)
  await bic.hover()
  await expect(explanation).toContainText('BIC = p·ln n − 2·logL')
  await explanation.hover()
  await expect(explanation).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(explanation).toBeHidden()

  await page.keyboard.press('F1')
  const glossary = page.getByRole('dialog', { name: 'Glossary' })
  const here = glossary.getByRole('region', { name: 'On this screen' })
  await expect(here.getByText('BIC', { exact: true })).toBeVisible()
  await page.keyboard.type('m-step')
  await expect(glossary.locator('dt').first()).toHaveText('Maximisation step')
  await glossary.getByRole('textbox', { name: 'Search the glossary' }).fill('log-likelihood')
  const shown = await page.getByRole('complementary', { name: 'Solution' }).locator('dd').nth(1).textContent()
  await expect(glossary).toContainText(`In your data: ${shown ?? ''}`)
  await glossary.getByRole('textbox', { name: 'Search the glossary' }).fill('mean')
  await glossary.getByRole('button', { name: 'Show Mean in your data' }).click()
  await expect(glossary).toBeHidden()
  await expect(page.getByRole('tab', { name: 'Clusters' })).toHaveAttribute('aria-selected', 'true')
  await expect(page.getByRole('columnheader', { name: 'Mean', exact: true })).toBeFocused()

  const follow = async (term: string) => {
    await page.keyboard.press('F1')
    await glossary.getByRole('textbox', { name: 'Search the glossary' }).fill(term)
    await glossary.getByRole('button', { name: `Show ${term} in your data` }).click()
  }
  await follow('Silhouette')
  await expect(page.getByRole('columnheader', { name: 'Silhouette' })).toBeFocused()
  await follow('Merged cluster')
  await expect(page.getByText('Use merged clusters')).toBeFocused()
  await follow('Bootstrap likelihood-ratio test')
  await expect(page.getByText('Components tested')).toBeFocused()
  await follow('Evidence')
  await expect(page.getByRole('columnheader', { name: 'Against it' })).toBeFocused()
  await follow('Consensus')
  await expect(page.locator('label').filter({ hasText: 'Consensus' })).toBeFocused()
})
