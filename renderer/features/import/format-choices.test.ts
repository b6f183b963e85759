import { describe, expect, it } from 'vitest'
import { column } from '../../stores/fake-engine.ts'
import { canBeReadOtherwise, formatChoices, formatKey, marksOf } from './format-choices.ts'

const format = { decimal: ',', thousands: '', unit: '' } as const

describe('ways to read the numbers of a column', () => {
  it('are told by what they make of a cell that can be read two ways', () => {
    expect(formatChoices(format, ['12', ' 1,234 ', '5,678'])).toEqual([
      { value: ',', text: '1,234 is 1.234' },
      { value: '.,', text: '1,234 is 1234' },
    ])
  })

  it('are shown by a number written that way where no cell is in doubt', () => {
    const texts = formatChoices(format, ['12', '0,5']).map(({ text }) => text)
    expect(texts).toContain('1.234,5')
    expect(texts).toContain('1,234.5')
  })

  it('include the present one, however unusual', () => {
    const odd = { decimal: ',', thousands: "'", unit: '' } as const
    expect(formatChoices(odd, [])[0]).toEqual({ value: ",'", text: "1'234,5" })
  })

  it.each(['.', '.,', ',', ',.', '. '])('the choice “%s” is the format that it stands for', (key) => {
    expect(formatKey(marksOf(key))).toBe(key)
  })
})

describe('another way to read a column', () => {
  it('is offered where it is in doubt, contradicted or was chosen, and where there are numbers', () => {
    expect(canBeReadOtherwise(column(0, 'x'), [])).toBe(false)
    expect(canBeReadOtherwise(column(0, 'x', { ambiguous: true }), [])).toBe(true)
    expect(canBeReadOtherwise(column(0, 'x', { rejectedBy: { 'other-format': 1 } }), [])).toBe(true)
    expect(canBeReadOtherwise(column(0, 'x'), [{ index: 0 }])).toBe(true)
    expect(canBeReadOtherwise(column(0, 'x', { format: null, ambiguous: true }), [])).toBe(false)
  })
})
