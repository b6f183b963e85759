import type { Locator, Page } from '@playwright/test'
import { inEnglish, type Said } from '../languages.ts'

export type Tab = 'Data' | 'Restarts' | 'Clusters' | 'Models' | 'Compare'

/** The window by role and accessible name, as the design fixes them in English. */
export function workspace(page: Page, said: Said = inEnglish) {
  const restarts = page.getByRole('table', { name: said('Restarts') })
  const button = (name: string) => page.getByRole('button', { name: said(name), exact: true })
  const field = (name: string) => page.getByRole('textbox', { name: said(name), exact: true })
  return {
    open: button('Open CSV…'),
    run: button('Run'),
    stop: button('Stop'),
    exportLabels: button('Export labelled CSV…'),
    labelOptions: button('CSV options'),
    moreExports: button('More exports'),
    status: page.getByRole('status'),
    alert: page.getByRole('alert'),
    columns: page.getByRole('group', { name: said('Columns') }),
    solutions: page.getByRole('list', { name: said('Solutions') }),
    restarts,
    /** The rows of the table, without its header. */
    restartRows: restarts.locator('tbody').getByRole('row'),
    chart: (says: RegExp): Locator => page.getByRole('img', { name: says }),
    sample: (title: RegExp) => page.getByRole('button', { name: title }),
    show: (tab: Tab) => page.getByRole('tab', { name: said(tab), exact: true }).click(),
    field,
    covariance: page.getByRole('combobox', { name: said('Covariance model'), exact: true }),
    initialisation: page.getByRole('combobox', { name: said('Initialisation'), exact: true }),
    set: (name: string, value: string) => field(name).fill(value),
  }
}
