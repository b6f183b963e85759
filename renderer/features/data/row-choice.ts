import { shallowRef, type ShallowRef } from 'vue'
import type { Mode } from '../../stores/mode.ts'

/** The table as rows are chosen in it: places count what is shown, which may be some of the rows of the file. */
export interface ChosenTable {
  size(): number
  rowAt(place: number): number
  isSelected(row: number): boolean
  select(rows: Iterable<number>, mode: Mode): void
  /** Scrolls so that a place is in view. */
  reveal(place: number): void
  firstInView(): number
}

export interface RowChoice {
  /** The place that the keyboard is at; null before it was used. */
  active: Readonly<ShallowRef<number | null>>
  click(place: number, event: Pick<MouseEvent, 'shiftKey' | 'ctrlKey' | 'metaKey'>): void
  /** Whether the keystroke was meant for the table. */
  key(event: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>): boolean
  goTo(place: number): void
}

/**
 * Choosing rows as lists do: a click takes one, with Shift the range from the last one, with Ctrl one more or one less.
 * The keyboard walks with the arrows, takes a range with Shift, one more or one less with the space bar, all with Ctrl A.
 */
export function useRowChoice(table: ChosenTable): RowChoice {
  const active = shallowRef<number | null>(null)
  let anchor = 0

  function click(
    place: number,
    { shiftKey, ctrlKey, metaKey }: Pick<MouseEvent, 'shiftKey' | 'ctrlKey' | 'metaKey'>,
  ): void {
    active.value = place
    const more = ctrlKey || metaKey
    if (shiftKey) return takeRange(place, more ? 'add' : 'replace')
    anchor = place
    if (more) toggle(place)
    else table.select([table.rowAt(place)], 'replace')
  }

  function key(event: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>): boolean {
    const withControl = event.ctrlKey || event.metaKey
    if (event.altKey || table.size() === 0) return false
    if (withControl && event.key.toLowerCase() === 'a') {
      table.select(places(0, table.size() - 1), 'replace')
      return true
    }
    if (withControl) return false
    if (event.key === ' ' && active.value !== null) {
      anchor = active.value
      toggle(active.value)
      return true
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step === undefined) return false
    goTo(active.value === null ? table.firstInView() : active.value + step)
    if (event.shiftKey) takeRange(active.value ?? 0, 'replace')
    else anchor = active.value ?? 0
    return true
  }

  function goTo(place: number): void {
    active.value = Math.min(table.size() - 1, Math.max(0, place))
    table.reveal(active.value)
  }

  function toggle(place: number): void {
    const row = table.rowAt(place)
    table.select([row], table.isSelected(row) ? 'remove' : 'add')
  }

  function takeRange(place: number, mode: Mode): void {
    table.select(places(Math.min(anchor, place), Math.max(anchor, place)), mode)
  }

  function* places(from: number, to: number): Generator<number> {
    for (let place = from; place <= Math.min(to, table.size() - 1); place++) yield table.rowAt(place)
  }

  return { active, click, key, goTo }
}
