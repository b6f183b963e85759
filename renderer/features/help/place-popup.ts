export interface Box {
  left: number
  top: number
  width: number
  height: number
}

const GAP = 6
const MARGIN = 8

/** Where a popup stands beside what it explains, in pixels of the window: below it, or above where there is no room. */
export function placePopup(
  target: Box,
  popup: { width: number; height: number },
  window: { width: number; height: number },
): { left: number; top: number } {
  const below = target.top + target.height + GAP
  const above = target.top - popup.height - GAP
  const fits = below + popup.height + MARGIN <= window.height
  const rightmost = window.width - popup.width - MARGIN
  return {
    left: Math.max(MARGIN, Math.min(target.left, rightmost)),
    top: fits || above < MARGIN ? below : above,
  }
}
