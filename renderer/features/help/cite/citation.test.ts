import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { version } from '../../../../package.json'
import { allCitations, BASIN, METHODS } from './citation.ts'

it('names the version that runs, as the repository’s own file does', () => {
  const file = readFileSync(new URL('../../../../CITATION.cff', import.meta.url), 'utf8')
  expect(file).toContain(`\nversion: ${version}\n`)
  expect(BASIN.text).toContain(`version ${version}`)
  expect(BASIN.bibtex).toContain(`version = {${version}}`)
})

it('invents no DOI and no address', () => {
  const file = readFileSync(new URL('../../../../CITATION.cff', import.meta.url), 'utf8')
  expect(`${file}${allCitations('text')}${allCitations('bibtex')}`).not.toMatch(/doi|https?:/i)
})

it('writes each as text and as BibTeX, with keys of their own', () => {
  const bibtex = allCitations('bibtex')
  const keys = [...bibtex.matchAll(/^@\w+\{(\w+),$/gm)].map(([, key]) => key)
  expect(keys).toHaveLength(METHODS.length + 1)
  expect(new Set(keys).size).toBe(keys.length)
  expect(bibtex.split('{').length).toBe(bibtex.split('}').length)
  expect(allCitations('text').split('\n')).toHaveLength(METHODS.length + 1)
  expect(METHODS[0]?.text).toBe(
    'Dempster, A. P., Laird, N. M. & Rubin, D. B. (1977). Maximum likelihood from incomplete data via the EM algorithm. Journal of the Royal Statistical Society, Series B, 39, 1–38.',
  )
})
