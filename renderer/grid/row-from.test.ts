import { describe, expect, it } from 'vitest'
import { rowFrom } from './row-from.ts'

const plain = (key: string) => ({ key, ctrlKey: false, metaKey: false, altKey: false })

describe('walking through rows by keyboard', () => {
  it('goes one row on and back, a page, and to both ends', () => {
    expect([
      rowFrom(5, plain('ArrowDown'), 40, 10),
      rowFrom(5, plain('ArrowUp'), 40, 10),
      rowFrom(5, plain('PageDown'), 40, 10),
      rowFrom(5, plain('PageUp'), 40, 10),
      rowFrom(5, plain('Home'), 40, 10),
      rowFrom(5, plain('End'), 40, 10),
    ]).toEqual([6, 4, 15, 0, 0, 39])
  })

  it('stays within the rows', () => {
    expect(rowFrom(39, plain('ArrowDown'), 40, 10)).toBe(39)
    expect(rowFrom(0, plain('ArrowUp'), 40, 10)).toBe(0)
  })

  it('leaves all other keys, and those with Ctrl or Alt, to whoever they belong to', () => {
    expect(rowFrom(5, plain('Enter'), 40, 10)).toBeNull()
    expect(rowFrom(5, { ...plain('ArrowDown'), altKey: true }, 40, 10)).toBeNull()
    expect(rowFrom(5, { ...plain('Home'), ctrlKey: true }, 40, 10)).toBeNull()
  })
})
