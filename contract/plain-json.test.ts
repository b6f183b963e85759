import { expect, it } from 'vitest'
import { plainJson } from './plain-json.ts'

it.each([0, 2])('JSON keeps what it holds where characters are hidden, indented by %i', (indent) => {
  const value = {
    'na\u202eme': ['\u0085', '\u009b31m', '\u007f', '\u2028', '\ud800', 'é 漢字 عربي 😀', 1e-7, null],
  }
  const text = plainJson(value, indent)
  expect(text).not.toMatch(/[\u007f-\u009f\u2028-\u202e\ud800](?![\udc00-\udfff])/)
  expect(text).toContain('na\\u202eme')
  expect(text).toContain('é 漢字 عربي 😀')
  expect(JSON.parse(text)).toEqual(value)
})
