/** What a key does to what a plot shows. `move`: in parts of what is seen, to the right and up. */
export type PlotAct =
  { kind: 'zoom'; factor: number } | { kind: 'move'; x: number; y: number } | { kind: 'all' }

/** What an axis shows of its whole, in per cent. */
export interface Shown {
  start: number
  end: number
}

type Stroke = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

const CLOSER = 0.8
const PART = 0.1
/** Per cent of an axis that is seen at the least. */
const LEAST = 0.01
const MOVES: Record<string, readonly [number, number] | undefined> = {
  ArrowLeft: [-PART, 0],
  ArrowRight: [PART, 0],
  ArrowUp: [0, PART],
  ArrowDown: [0, -PART],
}

/** The act of a key that is pressed with the focus on a plot; null of any other. Arrows alone step through restarts. */
export function plotAct({ key, ctrlKey, metaKey, altKey, shiftKey }: Stroke): PlotAct | null {
  if (ctrlKey || metaKey || altKey) return null
  if (key === '+' || key === '=') return { kind: 'zoom', factor: CLOSER }
  if (key === '-' || key === '_') return { kind: 'zoom', factor: 1 / CLOSER }
  if (key === '0') return { kind: 'all' }
  const move = shiftKey ? MOVES[key] : undefined
  return move === undefined ? null : { kind: 'move', x: move[0], y: move[1] }
}

/** What an axis shows after an act. */
export function shownAfter({ start, end }: Shown, act: PlotAct, axis: 'x' | 'y'): Shown {
  if (act.kind === 'all') return { start: 0, end: 100 }
  const span = end - start
  if (act.kind === 'move') {
    const by = Math.max(-start, Math.min(100 - end, act[axis] * span))
    return { start: start + by, end: end + by }
  }
  const wanted = Math.max(LEAST, Math.min(100, span * act.factor))
  const from = Math.max(0, Math.min(100 - wanted, (start + end - wanted) / 2))
  return { start: from, end: from + wanted }
}
