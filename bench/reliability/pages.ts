import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { field, servePage } from '../served.ts'
import { traceTasks } from '../opening/long-tasks.ts'
import { overlappingText } from './overlapping-text.ts'

/** A fit that is large in one way, looked at in every view. */
export interface HeavyPage {
  name: string
  /** Of a file made for it. */
  rows: number
  columns: number
  groups: number
  components: string
  covariance: 'VVV' | 'VVI'
  restarts: number
}

export const HEAVY_PAGES: readonly HeavyPage[] = [
  {
    name: '200 columns',
    rows: 1000,
    columns: 200,
    groups: 3,
    components: '2-3',
    covariance: 'VVI',
    restarts: 4,
  },
  { name: 'K = 50', rows: 5000, columns: 3, groups: 50, components: '50', covariance: 'VVV', restarts: 4 },
  {
    name: '10,000 restarts',
    rows: 300,
    columns: 2,
    groups: 3,
    components: '3',
    covariance: 'VVV',
    restarts: 10_000,
  },
]

const VIEWS = ['Data', 'Restarts', 'Clusters', 'Models', 'Compare'] as const
const FIT_TIMEOUT = 3_600_000
const PATIENCE = 3_000

export interface Seen {
  view: string
  /** Milliseconds that one task of the page took of the processor at most, and how many took more than 50. */
  longestTask: number
  tasksOver50: number
  /** What the longest one did. */
  parts: string[]
  /** Whether something stands outside the window that cannot be scrolled to. */
  overflows: boolean
}

/** Opens, fits and visits every view; pictures go into a folder where one is given. */
export async function visit(heavy: HeavyPage, folder: string, pictures: string | undefined): Promise<Seen[]> {
  const file = join(folder, `${heavy.columns}-${heavy.groups}.csv`)
  writeFileSync(file, overlappingText(heavy.rows, heavy.columns, heavy.groups))
  const { page, close } = await servePage({ file })
  const seen: Seen[] = []
  const button = (name: string, disabled: boolean) =>
    page.getByRole('button', { name, exact: true, disabled })
  try {
    await field(page, 'Components').fill(heavy.components)
    await field(page, 'Restarts').fill(String(heavy.restarts))
    await page.getByRole('combobox', { name: 'Covariance model' }).selectOption(heavy.covariance)
    seen.push(
      await traced(page, 'Run, first 20 s', async () => {
        await page.getByRole('tab', { name: 'Restarts' }).click()
        await button('Run', false).click()
        await page.waitForTimeout(20_000)
      }),
    )
    await button('Stop', true).waitFor({ timeout: FIT_TIMEOUT })
    for (const view of [...VIEWS, ...VIEWS]) {
      seen.push(
        await traced(page, view, async () => {
          await page.getByRole('tab', { name: view }).click({ timeout: 120_000 })
          await page.waitForTimeout(PATIENCE)
        }),
      )
      if (pictures !== undefined)
        await page.screenshot({ path: join(pictures, `${heavy.name.replaceAll(/\W+/g, '-')}-${view}.png`) })
    }
    return seen
  } finally {
    await close()
  }
}

async function traced(page: Page, view: string, act: () => Promise<unknown>): Promise<Seen> {
  const tasks = await traceTasks(page, act)
  const overflows = await page.evaluate(() => {
    const { scrollWidth, clientWidth, scrollHeight, clientHeight } = document.documentElement
    return scrollWidth > clientWidth || scrollHeight > clientHeight
  })
  const long = tasks.filter(({ processor }) => processor > 50)
  const [longest] = tasks
  return {
    view,
    longestTask: Math.round(longest?.processor ?? 0),
    tasksOver50: long.length,
    parts: longest?.parts ?? [],
    overflows,
  }
}
