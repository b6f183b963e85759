import { expect, test } from './app.ts'

test('what Basin contains is listed from its menu, each with the terms it is under', async ({ openApp }) => {
  const { page, menu } = await openApp()
  await expect(page.getByRole('button', { name: 'Open CSV…' })).toBeVisible()
  await menu('licences')
  const dialog = page.getByRole('dialog', { name: 'Licences' })
  const packages = dialog.getByRole('list', { name: 'Packages' }).getByRole('listitem')
  await expect(packages.filter({ hasText: 'electron' }).first()).toBeVisible()
  await dialog.getByRole('textbox', { name: 'Search the licences' }).fill('zrender')
  await expect(packages).toHaveCount(1)
  await expect(packages).toContainText('BSD-3-Clause')
  await packages.getByText('zrender', { exact: true }).click()
  await expect(packages).toContainText('Redistribution and use in source and binary forms')
})
