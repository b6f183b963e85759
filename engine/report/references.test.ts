import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { REFERENCES } from './references.ts'

const numerics = readFileSync(new URL('../../docs/numerics.md', import.meta.url), 'utf8')
const sources = numerics.slice(numerics.indexOf('Sources\n')).replace(/\s+/g, ' ')

it.each(Object.values(REFERENCES))('is among the sources of the document on numerics: %s', (reference) => {
  const [, author = 'none', year = 'none'] = /^([\p{L}-]+).*?\((\d{4})\)/u.exec(reference) ?? []
  // Works of the same authors stand together there: Biernacki, Celeux & Govaert (2000) …; (2003) ….
  expect(sources).toMatch(new RegExp(`${author}[^()]*(\\(\\d{4}\\)[^()]*; )*\\(${year}\\)`))
})
