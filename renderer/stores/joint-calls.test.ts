import { describe, expect, it, vi } from 'vitest'
import { createCache } from './cache.ts'
import { createJointCalls } from './joint-calls.ts'

function started() {
  const calls = createJointCalls(createCache<string>(10))
  const call = vi.fn(
    ({ signal, onProgress }: { signal: AbortSignal; onProgress: (now: { fraction: number }) => void }) =>
      new Promise<string>((resolve, reject) => {
        signal.addEventListener('abort', () => reject(new Error('cancelled')))
        setTimeout(() => onProgress({ fraction: 0.5 }))
        setTimeout(() => resolve('there'), 30)
      }),
  )
  return { calls, call }
}

describe('a call that several ask for', () => {
  it('is made once, and all follow it', async () => {
    const { calls, call } = started()
    const [one, other] = [vi.fn(), vi.fn()]
    expect(await Promise.all([calls.get('a', call, one), calls.get('a', call, other)])).toEqual([
      'there',
      'there',
    ])
    expect(call).toHaveBeenCalledOnce()
    expect([one.mock.lastCall, other.mock.lastCall]).toEqual([[0.5], [0.5]])
    await calls.get('a', call, one)
    expect(call).toHaveBeenCalledOnce()
  })

  it('is cancelled by any of them, and made again when it is asked for again', async () => {
    const { calls, call } = started()
    const first = calls.get('a', call, vi.fn())
    const second = calls.get('a', call, vi.fn())
    calls.cancel('b')
    calls.cancel('a')
    await expect(first).rejects.toThrow('cancelled')
    await expect(second).rejects.toThrow('cancelled')
    expect(await calls.get('a', call, vi.fn())).toBe('there')
    expect(call).toHaveBeenCalledTimes(2)
    calls.cancel('a')
    expect(await calls.get('a', call, vi.fn())).toBe('there')
  })
})
