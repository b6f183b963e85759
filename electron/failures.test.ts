import { EventEmitter } from 'node:events'
import { expect, it, vi } from 'vitest'
import { reportFailures } from './failures.ts'

it('tells the person once, in words, and the console every time', () => {
  const showErrorBox = vi.fn()
  const write = vi.fn()
  const source = new EventEmitter()
  reportFailures({ showErrorBox }, source, write)
  source.emit('uncaughtException', new Error('The disk is full.'))
  source.emit('unhandledRejection', 'again')
  expect(showErrorBox).toHaveBeenCalledExactlyOnceWith(
    expect.any(String),
    expect.stringContaining('The disk is full.'),
  )
  expect(write).toHaveBeenCalledTimes(2)
})
