import { describe, expect, it, vi } from 'vitest'
import { createCache } from './cache.ts'

describe('kept answers', () => {
  it('are asked for once', async () => {
    const cache = createCache<number>(2)
    const ask = vi.fn(() => Promise.resolve(7))
    expect(await Promise.all([cache.get('a', ask), cache.get('a', ask)])).toEqual([7, 7])
    expect(ask).toHaveBeenCalledOnce()
  })

  it('make room, the least recently used first', async () => {
    const cache = createCache<string>(2)
    for (const key of ['a', 'b', 'a', 'c']) await cache.get(key, () => Promise.resolve(key))
    const ask = vi.fn(() => Promise.resolve('again'))
    expect(await cache.get('a', ask)).toBe('a')
    expect(await cache.get('b', ask)).toBe('again')
  })

  it('make room by what they weigh, but never for want of room for the last one', async () => {
    const cache = createCache<number>(10, (weight) => weight)
    for (const [key, weight] of [
      ['a', 4],
      ['b', 5],
      ['c', 20],
    ] as const)
      await cache.get(key, () => Promise.resolve(weight))
    const again = vi.fn(() => Promise.resolve(0))
    expect(await cache.get('c', again)).toBe(20)
    expect(await cache.get('a', again)).toBe(0)
  })

  it('failures are not kept', async () => {
    const cache = createCache<number>(2)
    await expect(cache.get('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(await cache.get('a', () => Promise.resolve(1))).toBe(1)
  })
})
