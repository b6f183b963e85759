import type { Page } from '@playwright/test'

/**
 * What of the page a person cannot get at in a window of its size, a line for each: controls beyond what can be scrolled to, and
 * whatever makes the page wider than the window.
 */
export function outOfReach(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const CONTROLS =
      'a[href], button, input, select, textarea, summary, [tabindex]:not([tabindex="-1"]), [role="menuitem"], [role="tab"]'
    const SLACK = 1
    const SIDES = [
      { from: 'left', to: 'right', scrolled: 'scrollLeft', overflow: 'overflowX' },
      { from: 'top', to: 'bottom', scrolled: 'scrollTop', overflow: 'overflowY' },
    ] as const

    /** Seen through the boxes around it that cut off or scroll, from the inside out. */
    function isReached(control: Element): boolean {
      return SIDES.every(({ from, to, scrolled, overflow }) => {
        let { [from]: low, [to]: high } = control.getBoundingClientRect()
        for (let box = control.parentElement; box !== null; box = box.parentElement) {
          const how = box === document.documentElement ? 'visible' : getComputedStyle(box)[overflow]
          if (how === 'visible') continue
          const edge = box.getBoundingClientRect()
          const scrolls = how === 'auto' || how === 'scroll'
          if (low < edge[from] - (scrolls ? box[scrolled] : 0) - SLACK) return false
          if (!scrolls && high > edge[to] + SLACK) return false
          low = Math.max(low, edge[from])
          high = Math.min(high, edge[to])
          if (scrolls && low > high) [low, high] = [edge[from], edge[to]]
        }
        return low >= -SLACK && high <= (to === 'right' ? innerWidth : innerHeight) + SLACK
      })
    }

    const nameOf = (control: Element) =>
      `${control.tagName.toLowerCase()} ${control.getAttribute('aria-label') ?? control.textContent?.trim() ?? ''}`
    const lost = [...document.querySelectorAll(CONTROLS)]
      .filter((each) => each.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
      .filter((each) => each.getBoundingClientRect().width > 1 && !isReached(each))
      .map((each) => `${nameOf(each)} cannot be reached`)
    const wide = ['html', '#app', 'header', 'main', '.centre', '[role="tabpanel"]']
      .flatMap((where) => [...document.querySelectorAll(where)])
      .filter((each) => each.scrollWidth > each.clientWidth + SLACK)
      .map((each) => `${each.tagName}.${each.className} is ${each.scrollWidth} wide of ${each.clientWidth}`)
    return [...lost, ...wide]
  })
}
