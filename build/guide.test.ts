import { existsSync, globSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { ERROR_CODES } from '../contract/errors.ts'
import { CHAPTER_IDS, GUIDE_REFERENCE } from '../renderer/format/guide/chapters.ts'
import { GUIDE_LINKS } from '../renderer/format/guide/topics.ts'
import { renderChapter } from './guide-chapter.ts'
import { chapterFiles, chapterId, REFERENCE } from './guide-plugin.ts'

const root = fileURLToPath(new URL('../', import.meta.url))
const read = (file: string) => readFileSync(file, 'utf8')
const chapters = new Map(
  chapterFiles().map((file) => [chapterId(file), renderChapter(read(file), chapterId(file), CHAPTER_IDS)]),
)
const anchorsOf = (id: string) => chapters.get(id)?.sections.map(({ anchor }) => anchor) ?? []
const pictures = readdirSync(join(root, 'docs/images')).map((name) => ({
  name,
  bytes: statSync(join(root, 'docs/images', name)).size,
}))

describe('the user guide', () => {
  it('has each chapter of the contents, and no other', () => {
    expect([...chapters.keys()].sort()).toEqual([...CHAPTER_IDS].sort())
    expect(REFERENCE).toEqual(GUIDE_REFERENCE)
  })

  it('has one address for each heading of a chapter', () => {
    for (const id of chapters.keys()) expect(new Set(anchorsOf(id)).size).toBe(anchorsOf(id).length)
  })

  it('says what to do about every error code, and about no code that there is not', () => {
    const listed = chapters.get('troubleshooting')?.sections ?? []
    const from = listed.findIndex(({ anchor }) => anchor === 'every-error-code')
    const entries = listed.slice(from + 1)
    expect(entries.map(({ heading }) => heading).sort()).toEqual([...ERROR_CODES].sort())
    for (const { text } of entries) expect(text.length).toBeGreaterThan(20)
  })

  it('is led to by the interface only where it has such a place', () => {
    for (const { chapter, section } of GUIDE_LINKS) expect(anchorsOf(chapter)).toContain(section)
  })

  it('has pictures that are small enough to be shipped, each of them shown somewhere', () => {
    expect(pictures.filter(({ bytes }) => bytes >= 150_000)).toEqual([])
    expect(pictures.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThan(3_000_000)
    const text = [...globSync('docs/**/*.md', { cwd: root }), 'README.md'].map((file) =>
      read(join(root, file)),
    )
    expect(pictures.filter(({ name }) => !text.join('\n').includes(name))).toEqual([])
  })
})

describe('links of the documents', () => {
  const files = [
    'README.md',
    'samples/README.md',
    'bench/README.md',
    ...globSync('docs/**/*.md', { cwd: root }),
  ]
  const linksOf = (file: string) =>
    [...read(join(root, file)).matchAll(/!?\[[^\]]*\]\(([^)\s]+)\)/g)].map(([, address]) => address ?? '')
  const anchorsIn = (file: string) => renderChapter(read(file), 'x', []).sections.map(({ anchor }) => anchor)
  const isBroken = (file: string, address: string) => {
    if (/^https?:/.test(address)) return false
    const [path = '', anchor = ''] = address.split('#')
    const target = path === '' ? join(root, file) : resolve(root, dirname(file), path)
    if (!existsSync(target)) return true
    return anchor !== '' && target.endsWith('.md') && !anchorsIn(target).includes(anchor)
  }

  it('lead to files and headings that are there', () => {
    const broken = files.flatMap((file) =>
      linksOf(file)
        .filter((address) => isBroken(file, address))
        .map((address) => `${relative('.', file)}: ${address}`),
    )
    expect(broken).toEqual([])
  })

  it('never leave the guide for the network', () => {
    const outside = [...chapters].flatMap(([id, { links, html }]) => [
      ...links.filter((address) => /^\w+:/.test(address)).map((address) => `${id}: ${address}`),
      ...(/(src|href)="(?!#|\.\.?\/)/.test(html) ? [`${id}: an address`] : []),
    ])
    expect(outside).toEqual([])
  })
})
