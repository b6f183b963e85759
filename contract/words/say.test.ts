import { afterEach, describe, expect, it } from 'vitest'
import { writeNumbersIn } from './numerals.ts'
import { figure, phrase, say, sayInParts, sayList, sayPhrase, speak } from './say.ts'

const ROWS = '{rows, plural, one {# row} other {# rows}} of {file}'
const GERMAN = {
  Run: 'Starten',
  [ROWS]: '{rows, plural, one {# Zeile} other {# Zeilen}} aus {file}',
  'Hits {hits} of {all, number}': 'Von {all, number} trafen {hits}',
}

afterEach(() => {
  speak('en', {})
  writeNumbersIn('en-GB')
})

describe('a message', () => {
  it('is said in English until another language is spoken', () => {
    expect(say('Run')).toBe('Run')
    expect(say(ROWS, { rows: 1, file: 'a.csv' })).toBe('1 row of a.csv')
    expect(say(ROWS, { rows: 1_234_567, file: 'a.csv' })).toBe('1,234,567 rows of a.csv')
  })

  it('is said in the language that is spoken, with numbers as they are written', () => {
    speak('de', GERMAN)
    writeNumbersIn('de-DE')
    expect(say('Run')).toBe('Starten')
    expect(say(ROWS, { rows: 1_234_567, file: 'a.csv' })).toBe('1.234.567 Zeilen aus a.csv')
  })

  it('that the catalogue does not know is said in English, with English plurals', () => {
    speak('de', GERMAN)
    expect(say('Stop')).toBe('Stop')
    expect(say('{n, plural, one {# fit} other {# fits}}', { n: 1 })).toBe('1 fit')
  })

  it('with a value that looks like a message leaves it as it is', () => {
    expect(say('The file “{file}” is empty.', { file: "{rows} '{x}' <b>" })).toBe(
      "The file “{rows} '{x}' <b>” is empty.",
    )
  })

  it('is not turned round, nor hidden in, by a name of a stranger', () => {
    const name = '\u202e3\u2066\u200b\u0007.csv'
    expect(say('Hits {hits} of {all, number}', { hits: name, all: 20 })).toBe(
      'Hits \ufffd3\ufffd\ufffd\ufffd.csv of 20',
    )
    expect(say('{names}', { names: [name, 'b'] })).toBe('\ufffd3\ufffd\ufffd\ufffd.csv and b')
    expect(sayList([name, 'b'])).toBe('\ufffd3\ufffd\ufffd\ufffd.csv and b')
    expect(say('Hits {hits}', { hits: 'שם 漢字 é' })).toBe('Hits שם 漢字 é')
  })

  it('may hold another phrase and lists, which are said in the same language', () => {
    const nested = phrase('{what}: {names}', { what: phrase('Run'), names: ['a', 'b', phrase('Run')] })
    expect(sayPhrase(nested)).toBe('Run: a, b and Run')
    speak('de', GERMAN)
    expect(sayPhrase(nested)).toBe('Starten: a, b und Starten')
  })

  it('has figures with the mark of who says it, also after it was data', () => {
    const made = phrase('{what} and {list}', {
      what: phrase('{a}', { a: figure('−0.394·') }),
      list: [figure('7.5'), figure('3'), 'v1.5'],
    })
    const carried = JSON.parse(JSON.stringify(made)) as typeof made
    expect(sayPhrase(carried)).toBe('−0.394· and 7.5, 3 and v1.5')
    writeNumbersIn('de-DE')
    expect(sayPhrase(carried)).toBe('−0,394· and 7,5, 3 and v1.5')
  })

  it('is cut where something else than text stands in it, in the order of the language', () => {
    const parts = () => sayInParts('Hits {hits} of {all, number}', ['hits'], { all: 2000 })
    expect(parts()).toEqual(['Hits ', { slot: 'hits' }, ' of 2,000'])
    speak('de', GERMAN)
    expect(parts()).toEqual(['Von 2,000 trafen ', { slot: 'hits' }])
  })

  it.each([
    ['no message at all', 'open {brace', {}],
    ['a message without its value', 'a {name}', {}],
    ['a message with a value that is none', 'a {name}', { name: { deep: 1 } as never }],
    ['a name that every object has', 'constructor', {}],
    ['a name that every object has, in braces', '{toString}', {}],
  ])('from a file that is %s is shown as it stands', (_, english, values) => {
    speak('de', GERMAN)
    expect(sayPhrase({ english, values })).toBe(english)
  })
})

it('names stand in a row as the language has it', () => {
  expect(sayList(['a', 'b', 'c'])).toBe('a, b and c')
  speak('de', GERMAN)
  expect(sayList(['a', 'b', 'c'])).toBe('a, b und c')
})
