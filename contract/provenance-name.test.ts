import { expect, it } from 'vitest'
import { provenanceName } from './provenance-name.ts'

it.each([
  ['a-labelled.csv', 'a-labelled.basin.json'],
  ['a.2024.csv.gz', 'a.2024.basin.json'],
  ['a', 'a.basin.json'],
])('the provenance of %s is %s', (labelled, provenance) => {
  expect(provenanceName(labelled)).toBe(provenance)
})
