import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { LANGUAGE_NAMES, LANGUAGES } from '../contract/languages/languages.ts'
import { expect, test } from './app.ts'
import { englishOn, spokenIn, type Said } from './languages.ts'
import { workspace } from './pages/workspace.ts'

const OLD_FAITHFUL = join(import.meta.dirname, '../samples/old-faithful.csv')
const ROWS_SELECTED = '{rows, plural, one {# row selected} other {# rows selected}}'

/** Words of the file, and those that the person writes: no language has them. */
const OF_THE_PERSON = ['old-faithful.csv', 'eruptions', 'waiting', 'labelled.csv', 'long waits']

/** Tab, or back with Shift, until the wanted has the focus; each stop on the way can be seen to have it. */
async function tabTo(page: Page, wanted: Locator, key = 'Tab'): Promise<void> {
  await expect(wanted).toBeVisible()
  const target = await wanted.elementHandle()
  for (let press = 0; press < 120; press++) {
    await page.keyboard.press(key)
    const { there, seen, name } = await page.evaluate((element) => {
      const { activeElement: now } = document
      const of = now?.matches('input.visually-hidden') === true ? now.parentElement : now
      const { outlineStyle, outlineWidth } =
        of === null ? { outlineStyle: '', outlineWidth: '' } : getComputedStyle(of)
      return {
        there: now === element,
        seen: now === document.body || (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1),
        name: now?.outerHTML.slice(0, 120) ?? '',
      }
    }, target)
    expect(seen, `the focus is not seen on ${name}`).toBe(true)
    if (there) return
  }
  throw new Error('Tab does not reach it.')
}

for (const language of LANGUAGES)
  test(`the whole job is done by keyboard: ${LANGUAGE_NAMES[language]}`, async ({ openApp }) => {
    const spoken = await spokenIn(language)
    const { said } = spoken
    const app = await openApp(undefined, spoken.locale)
    const { page } = app
    const basin = workspace(page, said)
    const press = (key: string) => page.keyboard.press(key)
    const button = (english: string) => page.getByRole('button', { name: said(english) })
    const onlyIn = async (where: string) =>
      expect(await englishOn(page, spoken, OF_THE_PERSON), `English in ${where}`).toEqual([])
    await expect(basin.open).toBeVisible()
    await expect(page.locator('html')).toHaveAttribute('lang', language)
    await onlyIn('the start')
    await app.chooseFile(OLD_FAITHFUL, () => press('ControlOrMeta+o'))
    await expect(basin.status).toContainText('272')
    await onlyIn('the data')

    const second = basin.columns.getByRole('checkbox').nth(1)
    await tabTo(page, second)
    await press('Space')
    await expect(second).not.toBeChecked()
    await press('Space')
    await tabTo(page, basin.field('Components'))
    await page.keyboard.type('2-3')
    await tabTo(page, basin.field('Restarts'))
    await page.keyboard.type('12')
    await press('ControlOrMeta+Enter')
    await expect(basin.status).toContainText(/24\D+24/)

    await press('ControlOrMeta+2')
    await expect(basin.restartRows.first()).toBeVisible()
    await onlyIn('the restarts')
    await tabTo(page, button('Show as table'))
    await press('Enter')
    await expect(button('Show as chart')).toBeFocused()
    await press('Tab')
    await press('Tab')
    await press('ArrowDown')
    await press('Enter')
    await expect(basin.restartRows.nth(1)).toHaveAttribute('aria-current', 'true')

    await press('ControlOrMeta+3')
    const scatter = page.getByRole('tabpanel').getByRole('application').first()
    await onlyIn('the clusters')
    await tabTo(page, scatter)
    await press('+')
    await press('Shift+ArrowLeft')
    await expect(button('Show all')).toBeVisible()
    await press('0')
    await expect(button('Show all')).toHaveCount(0)
    await press('b')
    for (let step = 0; step < 8; step++) await press('ArrowLeft')
    await press('Enter')
    await expect(basin.status).toContainText(selected(said))
    await tabTo(page, page.getByRole('button', { name: said('Rename cluster {cluster}', { cluster: 1 }) }))
    await press('Enter')
    await page.keyboard.type('long waits')
    await press('Enter')
    await expect(page.getByRole('list', { name: said('Clusters') })).toContainText('long waits')

    await press('ControlOrMeta+4')
    const cells = page.getByRole('tabpanel').getByRole('table').first().getByRole('button')
    await tabTo(page, cells.first())
    await press('ArrowRight')
    await press('Enter')
    await expect(cells.nth(1)).toHaveAttribute('aria-pressed', 'true')
    await onlyIn('the models')

    await press('ControlOrMeta+5')
    await expect(page.getByRole('tabpanel').getByRole('img').first()).toBeVisible()
    await onlyIn('the comparison')
    await press('?')
    await expect(page.getByRole('dialog')).toBeVisible()
    await onlyIn('the shortcuts')
    await press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    const saved = await app.save('labelled.csv', () => press('ControlOrMeta+e'))
    expect(readFileSync(saved, 'utf8')).toMatch(/,cluster,uncertainty,log_density\n/)
  })

/** `12 rows selected`, with any count but 0. */
function selected(said: Said): RegExp {
  const { one, many } = { one: said(ROWS_SELECTED, { rows: 1 }), many: said(ROWS_SELECTED, { rows: 8888 }) }
  return new RegExp(`(${one}|${many.replace(/\d\D?\d{3}/, '[1-9]\\d*')})`)
}
