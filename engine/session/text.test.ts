import { Buffer } from 'node:buffer'
import { expect, test } from 'vitest'
import { SESSION_VERSION } from './migrate.ts'
import { readSession } from './text.ts'

const session = (arrays: object[]) =>
  JSON.stringify({
    format: 'basin.session',
    version: SESSION_VERSION,
    all: arrays,
    arrays: Buffer.alloc(16, 1).toString('base64'),
  })
const whyOf = (arrays: object[]) => {
  try {
    readSession(session(arrays), 'a.basin')
  } catch (thrown) {
    return String(thrown)
  }
  return 'read'
}

test('a session in which many arrays are made of the same bits is refused before they fill the memory', () => {
  const whole = { $: 'u8', at: 0, n: 16 }
  const half = { $: 'u8', at: 8, n: 8 }
  expect(whyOf([whole])).not.toContain('its arrays cannot be read')
  expect(whyOf([half, half])).not.toContain('its arrays cannot be read')
  for (const arrays of [[whole, half], [whole, whole], Array.from({ length: 1000 }, () => whole)])
    expect(whyOf(arrays)).toContain('its arrays cannot be read')
})

test('an array that reaches beyond the bits of the session is refused', () => {
  for (const array of [
    { $: 'u8', at: 0, n: 17 },
    { $: 'f64', at: 16, n: 1 },
    { $: 'f64', at: 0, n: Number.MAX_SAFE_INTEGER },
  ])
    expect(whyOf([array])).toContain('its arrays cannot be read')
})
