import type { Page } from '@playwright/test'

const STATES =
  '[aria-current]:not([aria-current="false"]), [aria-selected="true"], [aria-pressed="true"], input:checked'
const FOCUSABLE = 'button, input, select, summary, [tabindex="0"], [role="tab"]'

/** What nothing that is seen tells any more where a system shows a page in its own few colours: states, one of each kind; and the charts that are blank. */
export async function statesLost(page: Page): Promise<string[]> {
  const lost: string[] = []
  for (const kind of await page.evaluate(marked, STATES))
    if (await looksAlike(page, kind, chosen)) lost.push(`whether ${kind} is chosen`)
  return [...lost, ...(await page.evaluate(blankCharts))]
}

/** The kinds of controls at which it is not seen that they have the focus. */
export async function focusLost(page: Page): Promise<string[]> {
  const lost: string[] = []
  await page.keyboard.press('Tab')
  for (const kind of await page.evaluate(marked, FOCUSABLE))
    if (await looksAlike(page, kind, focused)) lost.push(`whether ${kind} has the focus`)
  return lost
}

/** Marks one element in sight of each kind, and names the kinds. */
function marked(selector: string): string[] {
  for (const old of document.querySelectorAll('[data-kind]')) old.removeAttribute('data-kind')
  const kinds = new Set<string>()
  for (const element of document.querySelectorAll<HTMLInputElement>(selector)) {
    const shown = element.closest('label') ?? element
    const { left, top, width, height } = shown.getBoundingClientRect()
    const hit = document.elementFromPoint(left + Math.min(width / 2, 20), top + height / 2)
    const states = ['aria-current', 'aria-selected', 'aria-pressed'].filter((name) =>
      element.hasAttribute(name),
    )
    const kind = [element.localName, element.type, element.role, [...element.classList].join('.'), ...states]
      .filter((part) => part !== undefined && part !== null && part !== '')
      .join(' ')
    if (kinds.has(kind) || element.disabled || hit === null || !(shown.contains(hit) || hit.contains(shown)))
      continue
    kinds.add(kind)
    element.dataset['kind'] = kind
  }
  return [...kinds]
}

type Change = (change: { kind: string; on: boolean }) => void

async function looksAlike(page: Page, kind: string, change: Change): Promise<boolean> {
  const area = await page.evaluate((of) => {
    const element = document.querySelector(`[data-kind="${of}"]`)
    const { left, top, right, bottom } = (
      element?.closest('label') ??
      element ??
      document.body
    ).getBoundingClientRect()
    const [x, y] = [Math.max(0, left - 6), Math.max(0, top - 6)]
    return { x, y, width: Math.min(innerWidth, right + 6) - x, height: Math.min(innerHeight, bottom + 6) - y }
  }, kind)
  const look = async (on: boolean) => {
    await page.evaluate(change, { kind, on })
    return (await page.screenshot({ clip: area, caret: 'hide' })).toString('base64')
  }
  const off = await look(false)
  return (await look(true)) === off
}

const chosen: Change = ({ kind, on }) => {
  const element = document.querySelector<HTMLInputElement>(`[data-kind="${kind}"]`)
  if (element === null) return
  if (element.localName === 'input') element.checked = on
  else
    for (const name of ['aria-current', 'aria-selected', 'aria-pressed'])
      if (element.hasAttribute(name)) element.setAttribute(name, String(on))
}

const focused: Change = ({ kind, on }) => {
  const element = document.querySelector<HTMLElement>(`[data-kind="${kind}"]`)
  if (on) element?.focus()
  else element?.blur()
}

/** Names of pictures in sight where hardly a pixel stands out by 3:1 from the ground of the page. */
function blankCharts(): string[] {
  const light = (red: number, green: number, blue: number) =>
    [red, green, blue]
      .map((part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4))
      .reduce((sum, part, at) => sum + part * ([0.2126, 0.7152, 0.0722][at] ?? 0), 0)
  const ground = /(\d+), (\d+), (\d+)/.exec(getComputedStyle(document.body).backgroundColor) ?? []
  const behind = light(Number(ground[1]), Number(ground[2]), Number(ground[3]))
  return [...document.querySelectorAll<HTMLElement>('[role="img"]')].flatMap((picture) => {
    const sheets = [...picture.querySelectorAll('canvas')].filter(({ width, height }) => width * height > 0)
    const seen = sheets.some((sheet) => {
      const copy = new OffscreenCanvas(sheet.width, sheet.height).getContext('2d')
      copy?.drawImage(sheet, 0, 0)
      const { data } = copy?.getImageData(0, 0, sheet.width, sheet.height) ?? { data: [] }
      let apart = 0
      for (let i = 0; i < data.length; i += 4) {
        const own = light(data[i] ?? 0, data[i + 1] ?? 0, data[i + 2] ?? 0)
        const ratio = (Math.max(own, behind) + 0.05) / (Math.min(own, behind) + 0.05)
        if ((data[i + 3] ?? 0) > 200 && ratio >= 3) apart++
      }
      return apart > data.length / 4 / 500
    })
    return sheets.length === 0 || seen ? [] : [`the picture “${picture.ariaLabel}” is blank`]
  })
}
