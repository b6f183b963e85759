import type { Box } from '../place-popup.ts'

const GAP = 8
const MARGIN = 12

interface Size {
  width: number
  height: number
}

/**
 * Where a callout stands, in pixels of the window: beside what it points at, as far as the window reaches; in the lower right
 * corner where there is nothing to point at.
 */
export function placeCallout(
  anchor: Box | null,
  side: 'left' | 'right',
  callout: Size,
  window: Size,
): { left: number; top: number } {
  const most = {
    left: window.width - callout.width - MARGIN,
    top: window.height - callout.height - MARGIN,
  }
  const within = (value: number, limit: number) => Math.max(MARGIN, Math.min(value, limit))
  if (anchor === null) return { left: within(most.left, most.left), top: within(most.top, most.top) }
  const left = side === 'right' ? anchor.left + anchor.width + GAP : anchor.left - callout.width - GAP
  return { left: within(left, most.left), top: within(anchor.top, most.top) }
}
