import type { Locator, Page } from '@playwright/test'

export type Tab = 'Data' | 'Restarts' | 'Clusters' | 'Models' | 'Compare'

/** The window by role and accessible name, as the design fixes them. */
export function workspace(page: Page) {
  const restarts = page.getByRole('table', { name: 'Restarts' })
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  const field = (name: string) => page.getByRole('textbox', { name, exact: true })
  return {
    open: button('Open CSV…'),
    run: button('Run'),
    stop: button('Stop'),
    exportLabels: button('Export labelled CSV…'),
    labelOptions: button('CSV options'),
    moreExports: button('More exports'),
    status: page.getByRole('status'),
    alert: page.getByRole('alert'),
    columns: page.getByRole('group', { name: 'Columns' }),
    solutions: page.getByRole('list', { name: 'Solutions' }),
    restarts,
    /** The rows of the table, without its header. */
    restartRows: restarts.locator('tbody').getByRole('row'),
    chart: (says: RegExp): Locator => page.getByRole('img', { name: says }),
    sample: (title: RegExp) => page.getByRole('button', { name: title }),
    show: (tab: Tab) => page.getByRole('tab', { name: tab, exact: true }).click(),
    field,
    covariance: page.getByRole('combobox', { name: 'Covariance model', exact: true }),
    initialisation: page.getByRole('combobox', { name: 'Initialisation', exact: true }),
    set: (name: string, value: string) => field(name).fill(value),
  }
}
