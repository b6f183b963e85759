import { expect, test } from 'vitest'
import { looseText, textOfCells, withoutBlanks } from './loose-text.ts'
import { readings } from './reading.ts'

test.each([
  ['plain', 'plain'],
  ['12 \u00e2\u0082\u00ac', '12 €'],
  ['100% \u00c3\u00a9', '100% é'],
  ['\u0080 12', '€ 12'],
  ['caf\u00e9', 'café'],
  ['12 €', '12 €'],
])('%j says %j', (cell, text) => expect(looseText(cell)).toBe(text))

test('a blank that does not break in UTF-8 is two letters where the encoding is said to be another', () => {
  const cell = '\u00c2\u00a01,5'
  const valueIn = (encoding: string, certain: boolean) =>
    readings(cell, textOfCells(encoding, certain))?.[',']?.value
  expect(valueIn('utf-8', false)).toBe(1.5)
  expect(valueIn('windows-1252', false)).toBe(1.5)
  expect(valueIn('windows-1252', true)).toBeUndefined()
  expect(valueIn('utf-16le', true)).toBeUndefined()
  expect(textOfCells('windows-1252', true)('\u0080 12')).toBe('€ 12')
})

test('only ASCII blanks are taken off, not the bytes of other characters', () => {
  expect(withoutBlanks(' \t5 \r')).toBe('5')
  expect(withoutBlanks('\u00c3\u00a0')).toBe('\u00c3\u00a0')
  expect(withoutBlanks('   ')).toBe('')
})
