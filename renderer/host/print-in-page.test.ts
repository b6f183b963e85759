// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest'
import { printInPage } from './print-in-page.ts'

it('a report is printed from a frame that may run no script, and the frame goes when that is done', async () => {
  const printing = printInPage(document, '<!doctype html><title>Report</title><p>Hello</p>')
  const frame = document.querySelector('iframe')
  expect(frame?.getAttribute('sandbox')?.split(' ')).not.toContain('allow-scripts')
  expect(frame?.srcdoc).toContain('Hello')
  const print = vi.fn()
  Object.assign(frame?.contentWindow ?? {}, { print })
  frame?.dispatchEvent(new Event('load'))
  await printing
  expect(print).toHaveBeenCalledOnce()
  frame?.contentWindow?.dispatchEvent(new Event('afterprint'))
  expect(document.querySelector('iframe')).toBeNull()
})
