import type { Locator, Page } from '@playwright/test'
import { expect, test } from './app.ts'
import { workspace } from './pages/workspace.ts'

function playerOf(page: Page) {
  const player = page.getByRole('region', { name: 'Playback' })
  return {
    player,
    open: page.getByRole('button', { name: 'Play from the start' }),
    slider: player.getByRole('slider', { name: 'Iteration' }),
    weights: page
      .getByRole('table', { name: 'Parameters' })
      .locator('tbody tr:first-child td:nth-of-type(1)'),
  }
}
const label = (chart: Locator) => chart.getAttribute('aria-label')

test('a restart plays from its start, step by step, and gives back how it ended', async ({ openApp }) => {
  const { page } = await openApp()
  const basin = workspace(page)
  await basin.sample(/Old Faithful/).click()
  await basin.set('Components', '3')
  await basin.set('Restarts', '10')
  await basin.run.click()
  await basin.show('Clusters')
  await expect(page.getByText(/10 of 10 restarts/).first()).toBeVisible({ timeout: 60_000 })
  await expect(basin.stop).toBeDisabled({ timeout: 60_000 })
  const { player, open, slider, weights } = playerOf(page)
  await expect(weights).toHaveCount(3)
  const final = await weights.allTextContents()

  await page.emulateMedia({ reducedMotion: 'reduce' })
  await open.click()
  await expect(player).toContainText('Start.')
  await expect(player.getByRole('button', { name: 'Play', exact: true })).toBeDisabled()
  await expect(weights).not.toHaveText(final)
  const start = await weights.allTextContents()

  await page.locator('body').click({ position: { x: 5, y: 5 } })
  await page.keyboard.press('ArrowRight')
  await expect(player).toContainText('M-step.')
  await expect(slider).toHaveAttribute('aria-valuetext', /Iteration 1 of \d+, half-way/)
  await expect(weights).not.toHaveText(start)
  const first = await weights.allTextContents()
  await page.keyboard.press('ArrowRight')
  await expect(player).toContainText('E-step.')
  expect(await weights.allTextContents()).toEqual(first)
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  await expect(weights).toHaveText(start)

  await slider.focus()
  await page.keyboard.press('End')
  await expect(player).toContainText('A local maximum')
  await expect(weights).toHaveText(final)
  await page.keyboard.press('Home')
  await expect(weights).toHaveText(start)
  await page.keyboard.press('Escape')
  await expect(player).toBeHidden()
  await expect(weights).toHaveText(final)

  await page.emulateMedia({ reducedMotion: 'no-preference' })
  await open.click()
  await expect(player.getByRole('button', { name: 'Pause' })).toBeVisible()
  await player.getByLabel('Iterations per second').selectOption('30')
  await expect(player).toContainText('A local maximum', { timeout: 30_000 })
  await page.locator('body').click({ position: { x: 5, y: 5 } })
  await page.keyboard.press('Space')
  await expect(player.getByRole('button', { name: 'Pause' })).toBeVisible()
  await page.keyboard.press('Space')
  await expect(player.getByRole('button', { name: 'Play', exact: true })).toBeVisible()
})

test('two restarts play side by side in step, and arrows still step through restarts', async ({
  openApp,
}) => {
  const { page } = await openApp()
  const basin = workspace(page)
  await basin.sample(/Old Faithful/).click()
  await basin.set('Components', '3')
  await basin.set('Restarts', '10')
  await basin.run.click()
  await expect(page.getByText(/10 of 10 restarts/).first()).toBeVisible({ timeout: 60_000 })
  await expect(basin.stop).toBeDisabled({ timeout: 60_000 })
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await basin.show('Compare')
  const { player, open, slider } = playerOf(page)
  const plots = page.getByRole('img', { name: /^Scatter of/ })
  await expect(plots).toHaveCount(2)
  for (const plot of [plots.first(), plots.last()])
    await expect.poll(() => label(plot)).toContain('Cluster sizes')
  const final = [await label(plots.first()), await label(plots.last())]
  await open.click()
  const climbs = player.getByRole('img', { name: /^Log-likelihood from/ })
  await expect(climbs).toHaveCount(2)
  await expect.poll(() => label(plots.first())).not.toBe(final[0])
  await expect.poll(() => label(plots.last())).not.toBe(final[1])
  await slider.focus()
  await page.keyboard.press('End')
  await expect.poll(async () => [await label(plots.first()), await label(plots.last())]).toEqual(final)

  await basin.show('Clusters')
  await expect(climbs).toHaveCount(1)
  const before = await label(climbs)
  await page.locator('body').click({ position: { x: 5, y: 5 } })
  await page.keyboard.press('ArrowDown')
  await expect.poll(() => label(climbs)).not.toBe(before)
  await player.getByRole('button', { name: 'Close the player' }).click()
  await expect(player).toBeHidden()
})
