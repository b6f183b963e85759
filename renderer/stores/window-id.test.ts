// @vitest-environment happy-dom
import { locks } from 'node:worker_threads'
import { beforeEach, expect, test } from 'vitest'
import { claimWindowId } from './window-id.ts'

const pages = locks as unknown as LockManager

beforeEach(() => sessionStorage.clear())

test('a tab that is duplicated while the first is open gets an id of its own, and keeps it', async () => {
  const first = await claimWindowId(pages, 50)
  const copy = await claimWindowId(pages, 50)
  expect(copy).not.toBe(first)
  expect(sessionStorage.getItem('basin-window')).toBe(copy)
})

test('a tab that is duplicated gets an id of its own also where the browser answered the first one late', async () => {
  const late = {
    request: async (name: string, options: LockOptions, run: () => Promise<never>) => {
      await new Promise((resolve) => setTimeout(resolve, 50))
      return pages.request(name, options, run)
    },
  } as unknown as LockManager
  const first = await claimWindowId(late, 1)
  expect(await claimWindowId(pages, 50)).not.toBe(first)
})

test('a page that is loaded again waits for the one before it, and has its id again', async () => {
  sessionStorage.setItem('basin-window', 'known')
  let leave: () => void = () => undefined
  const before = new Promise<void>((resolve) => (leave = resolve))
  await new Promise<void>((resolve) => {
    void pages.request('basin-window-known', () => {
      resolve()
      return before
    })
  })
  const claimed = claimWindowId(pages, 60_000)
  leave()
  expect(await claimed).toBe('known')
})

test('where a browser has no locks, the id is known again all the same', async () => {
  const first = await claimWindowId(null)
  expect(await claimWindowId(null)).toBe(first)
})
