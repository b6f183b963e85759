import { expect, test } from 'vitest'
import { licenceText } from './licence-text.ts'
import { objections, withTerms } from './licence-terms.ts'
import type { ShippedPackage } from './read-package.ts'

const named = (name: string, more: Partial<ShippedPackage> = {}): ShippedPackage => ({
  name,
  version: '1.0.0',
  licence: 'MIT',
  author: 'A. Author',
  folder: `node_modules/${name}`,
  parts: ['the page'],
  text: `Terms of ${name}`,
  ...more,
})

test('a package with a text and allowed terms may be shipped', () => {
  expect(objections([named('a'), named('b', { licence: 'Apache-2.0' })])).toEqual([])
})

test('a package with terms that nobody has looked at may not, nor one without terms or without a text', () => {
  const said = objections([
    named('copyleft', { licence: 'AGPL-3.0-only' }),
    named('silent', { licence: '' }),
    named('bare', { text: ' \n' }),
  ])
  expect(said).toHaveLength(3)
  expect(said[0]).toContain('copyleft 1.0.0 has the licence AGPL-3.0-only')
  expect(said[1]).toContain('silent 1.0.0 has no licence')
  expect(said[2]).toBe('bare 1.0.0 carries no licence text.')
})

test('the part for one system has the terms of its package, and MIT without a text is written out', () => {
  const optionalOf = (folder: string) => (folder === 'node_modules/nice' ? ['nice-linux'] : [])
  const filled = withTerms(
    [
      named('nice-linux', { text: '' }),
      named('nice'),
      named('bare', { text: '' }),
      named('apache', { text: '', licence: 'Apache-2.0' }),
    ],
    optionalOf,
    'Permission is hereby granted',
  )
  expect(filled[0]?.text).toBe('Terms of nice')
  expect(filled[2]?.text).toMatch(/says MIT.*\n\nCopyright \(c\) A\. Author\n\nPermission/)
  expect(objections(filled)).toEqual(['apache 1.0.0 carries no licence text.'])
})

test('the text has every package with its terms', () => {
  const text = licenceText([named('a'), named('b')], 'Basin’s own')
  expect(text).toContain('Basin’s own')
  expect(text).toMatch(/a 1\.0\.0\nMIT\nin: the page\n\nTerms of a\n[^]*Terms of b/)
})
