import { speak, spokenLanguage, type Catalogue } from '../words/say.ts'

/** Every language of the interface, by its BCP 47 name; English is the language that it is written in. */
export const LANGUAGES = ['en', 'de'] as const
export type Language = (typeof LANGUAGES)[number]

/** How each calls itself. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: 'English', de: 'Deutsch' }

/** The words of a language; English needs none. */
export async function catalogueOf(language: Language): Promise<Catalogue> {
  switch (language) {
    case 'en':
      return {}
    case 'de':
      return (await import('./german.ts')).german
  }
}

/** The language that is spoken. */
export function spoken(): Language {
  return languageFor(spokenLanguage(), [])
}

/** Has everything from now on said in a language. */
export async function speakIn(language: Language): Promise<void> {
  speak(language, await catalogueOf(language))
}

/** The language to speak: the one chosen, or the first that both the person and Basin know, or English. */
export function languageFor(chosen: string | null, known: readonly string[]): Language {
  const asked = chosen === null ? known : [chosen, ...known]
  for (const name of asked) {
    const found = LANGUAGES.find((language) => language === name.split('-')[0]?.toLowerCase())
    if (found !== undefined) return found
  }
  return 'en'
}

/** The language (BCP 47) whose marks numbers are written with: the person's own, unless they chose to speak another. */
export function numbersLanguage(chosen: string | null, spoken: Language, own: string): string {
  if (chosen === null || own.split('-')[0] === spoken) return own
  return spoken === 'en' ? 'en-GB' : spoken
}
