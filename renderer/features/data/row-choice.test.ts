import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Mode } from '../../stores/mode.ts'
import { useRowChoice, type RowChoice } from './row-choice.ts'

const PLAIN = { shiftKey: false, ctrlKey: false, metaKey: false, altKey: false }
const SHIFT = { ...PLAIN, shiftKey: true }
const CTRL = { ...PLAIN, ctrlKey: true }

let selected: Set<number>
const reveal = vi.fn()
let choice: RowChoice

/** Ten places that show the even rows of a file. */
beforeEach(() => {
  selected = new Set()
  reveal.mockReset()
  choice = useRowChoice({
    size: () => 10,
    rowAt: (place) => 2 * place,
    isSelected: (row) => selected.has(row),
    select(rows, mode: Mode) {
      if (mode === 'replace') selected.clear()
      for (const row of rows) {
        if (mode === 'remove') selected.delete(row)
        else selected.add(row)
      }
    },
    reveal,
    firstInView: () => 4,
  })
})
const rows = () => [...selected].sort((a, b) => a - b)

describe('a click', () => {
  it('takes one row, with Ctrl one more or one less, with Shift the range from the last one', () => {
    choice.click(3, PLAIN)
    expect(rows()).toEqual([6])
    choice.click(5, CTRL)
    expect(rows()).toEqual([6, 10])
    choice.click(3, CTRL)
    expect(rows()).toEqual([10])
    choice.click(1, SHIFT)
    expect(rows()).toEqual([2, 4, 6])
    choice.click(8, PLAIN)
    choice.click(9, { ...SHIFT, ctrlKey: true })
    expect(rows()).toEqual([16, 18])
  })
})

describe('the keyboard', () => {
  it('starts at the first row in view, walks, and stays within the table', () => {
    expect(choice.key({ ...PLAIN, key: 'ArrowDown' })).toBe(true)
    expect(choice.active.value).toBe(4)
    for (let i = 0; i < 9; i++) choice.key({ ...PLAIN, key: 'ArrowDown' })
    expect(choice.active.value).toBe(9)
    expect(reveal).toHaveBeenLastCalledWith(9)
    expect(rows()).toEqual([])
  })

  it('takes a row with the space bar, a range with Shift, all with Ctrl A', () => {
    choice.key({ ...PLAIN, key: 'ArrowDown' })
    choice.key({ ...PLAIN, key: ' ' })
    expect(rows()).toEqual([8])
    choice.key({ ...SHIFT, key: 'ArrowUp' })
    choice.key({ ...SHIFT, key: 'ArrowUp' })
    expect(rows()).toEqual([4, 6, 8])
    choice.key({ ...CTRL, key: 'a' })
    expect(rows()).toHaveLength(10)
  })

  it('leaves other keys to the page', () => {
    for (const key of ['Escape', 'PageDown', 'x', ' ']) expect(choice.key({ ...PLAIN, key })).toBe(false)
    expect(choice.key({ ...PLAIN, key: 'ArrowDown', altKey: true })).toBe(false)
  })
})
