import { expect, test } from 'vitest'
import { looseText, withoutBlanks } from './loose-text.ts'

test.each([
  ['plain', 'plain'],
  ['12 \u00e2\u0082\u00ac', '12 €'],
  ['100% \u00c3\u00a9', '100% é'],
  ['\u0080 12', '€ 12'],
  ['caf\u00e9', 'café'],
  ['12 €', '12 €'],
])('%j says %j', (cell, text) => expect(looseText(cell)).toBe(text))

test('only ASCII blanks are taken off, not the bytes of other characters', () => {
  expect(withoutBlanks(' \t5 \r')).toBe('5')
  expect(withoutBlanks('\u00c3\u00a0')).toBe('\u00c3\u00a0')
  expect(withoutBlanks('   ')).toBe('')
})
