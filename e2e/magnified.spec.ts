import { join } from 'node:path'
import { LANGUAGE_NAMES, LANGUAGES } from '../contract/languages/languages.ts'
import { expect, test } from './app.ts'
import { spokenIn } from './languages.ts'
import { workspace } from './pages/workspace.ts'
import { outOfReach } from './reach.ts'

const IRIS = join(import.meta.dirname, '../samples/iris.csv')
/** What a window of 1440 by 900 has left at 200 %. */
const HALF = { width: 720, height: 450 }

/* The page is the same in every host: it is looked at in one. */
for (const language of LANGUAGES)
  test(`magnified twice, everything can be reached: ${LANGUAGE_NAMES[language]}`, async ({ openApp }) => {
    const { said, locale } = await spokenIn(language)
    const { page } = await openApp(IRIS, locale)
    const basin = workspace(page, said)
    await page.setViewportSize(HALF)
    await basin.set('Components', '3')
    await basin.set('Restarts', '5')
    await basin.run.click()
    await expect(basin.status).toContainText(/5\D+5/)
    await expect(basin.run).toBeEnabled()
    for (const tab of ['Data', 'Restarts', 'Clusters', 'Models', 'Compare'] as const) {
      await basin.show(tab)
      await expect(page.getByRole('tabpanel').getByRole('button').first()).toBeVisible()
      expect(await outOfReach(page), tab).toEqual([])
    }
  })
