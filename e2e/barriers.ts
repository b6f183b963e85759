import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import type { AxeResults } from 'axe-core'

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice']
/** What depends on the colours, and takes most of the time: looked at in both themes, and only where something is new. */
const OF_COLOUR = ['color-contrast', 'link-in-text-block']

/** Rows of a table have the colours of those above them. */
const ALIKE = 'tbody tr:nth-child(n+6)'

type Results = Pick<AxeResults, 'violations'>
declare const axe: { run(context: unknown, options: object): Promise<Results> }

/**
 * What axe finds on the screen as it is, a line for each: where, by which rule, at which element, and why. The colours
 * are looked at `within` a part of the page, light and dark.
 */
async function barriersOn(page: Page, where: string, within = 'body'): Promise<string[]> {
  const rest = Object.fromEntries(OF_COLOUR.map((rule) => [rule, { enabled: false }]))
  const found = (await ask(page, { include: ['html'] }, { runOnly: TAGS, rules: rest })).flatMap(lines(where))
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    found.push(
      ...(await ask(page, { include: [within], exclude: [ALIKE] }, { runOnly: OF_COLOUR })).flatMap(
        lines(`${where}, ${colorScheme}`),
      ),
    )
  }
  return found
}

async function ask(page: Page, context: object, options: object): Promise<Results['violations']> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(SOURCE)
  return page.evaluate(
    async ([inside, how]) => (await axe.run(inside, { ...how, resultTypes: ['violations'] })).violations,
    [context, options] as const,
  )
}

/** Texts in the colours of now that do not have the 7:1 that those are promised who ask for contrast. */
export async function faintOn(page: Page, where: string): Promise<string[]> {
  const enhanced = 'color-contrast-enhanced'
  const options = { runOnly: [enhanced], rules: { [enhanced]: { enabled: true } } }
  return (await ask(page, { include: ['body'], exclude: [ALIKE] }, options)).flatMap(lines(where))
}

/** Walks and looks, and keeps all that is found. */
export function lookingAt(page: Page) {
  const found: string[] = []
  return {
    found,
    look: async (where: string, within?: string) => {
      found.push(...(await barriersOn(page, where, within)))
    },
  }
}

const lines =
  (where: string) =>
  ({ id, nodes }: Results['violations'][number]) =>
    nodes.map(
      ({ target, failureSummary = '' }) =>
        `${where}: ${id} at ${target.join(' ')}: ${failureSummary.replace(/\s+/g, ' ')}`,
    )
