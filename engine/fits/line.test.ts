import { describe, expect, it } from 'vitest'
import { createLine } from './line.ts'

describe('a line', () => {
  it('keeps the lowest first and equal ones in the order of asking, whoever has left meanwhile', () => {
    const line = createLine<{ order: number; name: string }>()
    const add = (order: number, name: string) => line.add({ order, name })
    const take = (count: number) =>
      line
        .take(count)
        .map(({ name }) => name)
        .join('')
    for (const name of 'abcdef') add(2, name)
    add(1, 'x')
    expect(take(3)).toBe('xab')
    add(1, 'y')
    add(2, 'g')
    expect([line.length, line.at(0).name, line.at(5).name]).toEqual([6, 'y', 'g'])
    expect(take(2)).toBe('yc')
    add(0, 'z')
    expect(take(9)).toBe('zdefg')
    expect([take(1), line.length]).toEqual(['', 0])
  })

  it('of a hundred thousand is left one by one within a second', () => {
    const line = createLine<{ order: number }>()
    for (let order = 0; order < 100_000; order++) line.add({ order })
    const began = performance.now()
    for (let order = 0; order < 100_000; order++) line.take(1)
    expect(performance.now() - began).toBeLessThan(1000)
  })
})
