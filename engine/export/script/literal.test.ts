import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { listed, numberText, pythonText, rText } from './literal.ts'

describe('a literal', () => {
  it('of a number is read back as the same double', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(Number(numberText(value))).toBe(Object.is(value, -0) ? 0 : value)
        expect(
          numberText(value)
            .replace(/e.*|[-.]/g, '')
            .replace(/^0+/, '').length,
        ).toBeLessThanOrEqual(21)
      }),
    )
  })

  it('of a text holds ASCII alone, in the way of its language', () => {
    expect(pythonText('a"\\\n\u00e9\u2212\u{1f600}\u0001')).toBe(
      '"a\\"\\\\\\n\\u00e9\\u2212\\U0001f600\\u0001"',
    )
    expect(rText('a"\\\t\u00e9\u{1f600}')).toBe('"a\\"\\\\\\t\\u{e9}\\U{1f600}"')
  })

  it('of a long list is broken into lines', () => {
    expect(listed('c(', ['1', '2'], ')')).toBe('c(1, 2)')
    const lines = listed(
      '[',
      Array.from({ length: 60 }, (_, i) => String(i)),
      ']',
    ).split('\n')
    expect(lines.length).toBeGreaterThan(3)
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(105)
  })
})
