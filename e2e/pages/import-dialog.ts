import type { Locator, Page } from '@playwright/test'

/** The import options by role and accessible name. */
export function importDialog(page: Page) {
  const dialog = page.getByRole('dialog', { name: 'Import options' })
  const first = dialog.getByRole('table', { name: 'First rows' })
  const rejected = dialog.getByRole('table', { name: 'Rows with rejected cells' })
  const pick = (name: string) => dialog.getByRole('combobox', { name, exact: true })
  /** A row of the preview by its place there, and a column by its name. */
  const cellOf = (table: Locator, row: number, column: number) =>
    table.locator('tbody').getByRole('row').nth(row).getByRole('cell').nth(column)
  return {
    dialog,
    open: dialog.getByRole('button', { name: 'Open', exact: true }),
    cancel: dialog.getByRole('button', { name: 'Cancel', exact: true }),
    encoding: pick('Encoding'),
    delimiter: pick('Delimiter'),
    decimal: pick('Decimal mark'),
    header: pick('Header'),
    formatOf: (column: string) => pick(`How numbers of ${column} are read`),
    roleOf: (column: string) => pick(`Role of ${column}`),
    failuresOf: (column: string) =>
      dialog.getByRole('button', { name: new RegExp(`^Show the rejected cells of ${column}:`) }),
    first,
    rejected,
    cell: (row: number, column: number) => cellOf(first, row, column),
    rejectedCell: (row: number, column: number) => cellOf(rejected, row, column),
    warnings: dialog.getByRole('list', { name: 'Warnings' }),
    alert: dialog.getByRole('alert'),
  }
}
