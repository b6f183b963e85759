import type { Page } from '@playwright/test'
import { catalogueOf, type Language } from '../contract/languages/languages.ts'
import { phrase, speakerOf, type Catalogue, type Values } from '../contract/words/say.ts'

/** A message of the interface, found by its English, in the language of the test. */
export type Said = (english: string, values?: Values) => string

/** A language of the interface: the locale of its reader, and what says its messages. */
export interface Spoken {
  readonly language: Language
  readonly locale: string
  readonly said: Said
  readonly catalogue: Catalogue
}

const LOCALES: Record<Language, string> = { en: 'en-GB', de: 'de-DE' }

export async function spokenIn(language: Language): Promise<Spoken> {
  const catalogue = await catalogueOf(language)
  const speaker = speakerOf(language, catalogue)
  return {
    language,
    locale: LOCALES[language],
    said: (english, values) => speaker(phrase(english, values)),
    catalogue,
  }
}

/** English, as tests say it that have no language of their own. */
export const inEnglish: Said = (english, values) => speakerOf('en', {})(phrase(english, values))

/**
 * Every piece of text that the window shows or names something by, and that is an English message, or has a word which only those have.
 * Text in an element of `lang="en"` may be English, and `data` are words of the file that is open.
 */
export async function englishOn(
  page: Page,
  { catalogue }: Pick<Spoken, 'catalogue'>,
  data: readonly string[],
): Promise<string[]> {
  const known = new Set([...Object.values(catalogue), ...data].flatMap((text) => wordsOf(text.toLowerCase())))
  /* What is never written small is a name: of those who found something, say. */
  const english = new Set(
    Object.keys(catalogue)
      .flatMap(wordsOf)
      .filter((word) => word === word.toLowerCase() && !known.has(word)),
  )
  const allowed = new Set([...Object.values(catalogue), ...data])
  const isEnglish = (text: string) => Object.hasOwn(catalogue, text) && !allowed.has(text)
  const texts = await textsOn(page)
  return texts.filter(
    (text) => isEnglish(text) || wordsOf(text.toLowerCase()).some((word) => english.has(word)),
  )
}

const wordsOf = (text: string): string[] => text.match(/\p{L}{3,}/gu) ?? []

function textsOn(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const NAMES = ['aria-label', 'aria-description', 'aria-roledescription', 'title', 'placeholder', 'alt']
    const found = new Set<string>([document.title])
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const element = node instanceof Element ? node : node.parentElement
      if (element === null || element.closest('[lang="en"], script, style') !== null) continue
      if (node instanceof Element) for (const name of NAMES) found.add(node.getAttribute(name)?.trim() ?? '')
      else found.add(node.textContent?.trim() ?? '')
    }
    found.delete('')
    return [...found]
  })
}
