import { expect, it } from 'vitest'
import { languageFor, numbersLanguage } from './languages.ts'

it.each([
  [null, ['de-AT', 'en'], 'de'],
  [null, ['fr-FR', 'de-DE', 'en'], 'de'],
  [null, ['fr-FR'], 'en'],
  [null, [], 'en'],
  ['en', ['de-DE'], 'en'],
  ['xx', ['de-DE'], 'de'],
])('chosen %s, of a person who knows %j, speaks %s', (chosen, known, language) => {
  expect(languageFor(chosen, known)).toBe(language)
})

it.each([
  [null, 'en', 'fr-FR', 'fr-FR'],
  [null, 'de', 'de-CH', 'de-CH'],
  ['de', 'de', 'de-AT', 'de-AT'],
  ['de', 'de', 'en-US', 'de'],
  ['en', 'en', 'de-DE', 'en-GB'],
] as const)(
  'numbers, with %s chosen, %s spoken, and %s the person’s own, are those of %s',
  (chosen, spoken, own, numbers) => {
    expect(numbersLanguage(chosen, spoken, own)).toBe(numbers)
  },
)
