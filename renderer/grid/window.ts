/** Browsers draw nothing beyond some 33 million pixels, some beyond 17 million: a longer table scrolls in larger steps. */
const TALLEST = 15_000_000

export interface RowWindow {
  /** First row to render. */
  first: number
  count: number
  /** Where the first rendered row stands, in pixels from the top of the scrolled area. */
  offset: number
  /** Height of the scrolled area in pixels. */
  height: number
}

/** Which rows of `rows` to render, of `rowHeight` pixels each, in a view of `view` pixels scrolled to `scroll`. */
export function planWindow(
  rows: number,
  rowHeight: number,
  view: number,
  scroll: number,
  overscan = 6,
): RowWindow {
  const real = rows * rowHeight
  const height = Math.min(real, TALLEST)
  const top = realTop(real, height, view, scroll)
  const visible = Math.ceil(view / rowHeight) + 1
  const first = Math.max(0, Math.floor(top / rowHeight) - overscan)
  const count = Math.max(0, Math.min(rows - first, visible + 2 * overscan))
  const offset = height === real ? first * rowHeight : scroll + first * rowHeight - top
  return { first, count, offset, height }
}

/** Scrolled pixels of the real table that stand for `scroll` pixels of the one on the screen. */
function realTop(real: number, height: number, view: number, scroll: number): number {
  const range = height - view
  if (real === height || range <= 0) return Math.max(0, Math.min(scroll, Math.max(0, real - view)))
  return Math.min(1, Math.max(0, scroll / range)) * (real - view)
}

/** How far to scroll so that a row is in view: as little as it takes where it is near, else to its middle. */
export function scrollTo(row: number, rows: number, rowHeight: number, view: number, scroll: number): number {
  const real = rows * rowHeight
  const height = Math.min(real, TALLEST)
  const top = realTop(real, height, view, scroll)
  const place = row * rowHeight
  if (place >= top && place + rowHeight <= top + view) return scroll
  const wanted = Math.abs(place - top) < 2 * view ? nearest(place, rowHeight, view, top) : place - view / 2
  const most = Math.max(0, real - view)
  const within = Math.min(most, Math.max(0, wanted))
  return real === height ? within : (within / most) * (height - view)
}

const nearest = (place: number, rowHeight: number, view: number, top: number): number =>
  place < top ? place : place + rowHeight - view
