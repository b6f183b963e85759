import { describe, expect, it } from 'vitest'
import type { WorkProgress } from '../contract/views.ts'
import { watchWork } from './work.ts'

const soon = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

describe('a long piece of work', () => {
  it('reports its counters while it runs', async () => {
    const seen: WorkProgress[] = []
    const value = await watchWork({ onProgress: (progress) => seen.push(progress) }, async (control) => {
      control.report(1, 4, 10)
      await soon(250)
      return 'done'
    })
    expect(value).toBe('done')
    expect(seen[0]).toEqual({ kind: 'work', fraction: 0.25, rows: 10 })
  })

  it('is told to stop when its caller cancels, and is then cancelled whatever it answers', async () => {
    const stopper = new AbortController()
    const call = watchWork({ signal: stopper.signal }, async (control) => {
      while (!control.stopped()) await soon(1)
      return 'half'
    })
    stopper.abort()
    await expect(call).rejects.toMatchObject({ code: 'cancelled' })
  })

  it('is done where its caller cancels after it has sealed its control', async () => {
    const stopper = new AbortController()
    const call = watchWork({ signal: stopper.signal }, (control) => {
      control.seal()
      stopper.abort()
      return Promise.resolve('whole')
    })
    await expect(call).resolves.toBe('whole')
  })

  it('fails with its own error where nobody cancelled', async () => {
    const call = watchWork({}, () => Promise.reject(new TypeError('its own')))
    await expect(call).rejects.toThrowError('its own')
  })
})
