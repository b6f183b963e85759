import type { Rectangle } from './drawn-area.ts'

/** Of the plot, with each press. */
const STEP = 1 / 40

type Stroke = Pick<KeyboardEvent, 'key' | 'shiftKey'>

/** The middle of a plot, where a box begins that is drawn by keyboard. */
export function middleOf({ left, right, top, bottom }: Rectangle): Rectangle {
  const [x, y] = [(right - left) / 4, (bottom - top) / 4]
  return { left: left + x, right: right - x, top: top + y, bottom: bottom - y }
}

/** The box after an arrow: it moves, or with Shift its right or upper edge does. Null of any other key. */
export function boxAfter(box: Rectangle, plot: Rectangle, { key, shiftKey }: Stroke): Rectangle | null {
  const x = STEP * (plot.right - plot.left) * (Number(key === 'ArrowRight') - Number(key === 'ArrowLeft'))
  const y = STEP * (plot.bottom - plot.top) * (Number(key === 'ArrowDown') - Number(key === 'ArrowUp'))
  if (x === 0 && y === 0) return null
  if (shiftKey)
    return {
      ...box,
      right: Math.min(plot.right, Math.max(box.left, box.right + x)),
      top: Math.max(plot.top, Math.min(box.bottom, box.top + y)),
    }
  const across = Math.max(plot.left - box.left, Math.min(plot.right - box.right, x))
  const down = Math.max(plot.top - box.top, Math.min(plot.bottom - box.bottom, y))
  return {
    left: box.left + across,
    right: box.right + across,
    top: box.top + down,
    bottom: box.bottom + down,
  }
}
