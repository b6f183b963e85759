import { sayPhrase, spokenLanguage } from '../say.ts'
import { CHOICE_TERMS } from './choice-terms.ts'
import { DOUBT_TERMS } from './doubt-terms.ts'
import { GRID_TERMS } from './grid-terms.ts'
import { MODEL_TERMS } from './model-terms.ts'
import { RESAMPLING_TERMS } from './resampling-terms.ts'
import { SEARCH_TERMS } from './search-terms.ts'
import type { Term, Text, WrittenTerm } from './term.ts'

/** Every word of the field that stands on the screen. */
export const GLOSSARY = {
  ...MODEL_TERMS,
  ...SEARCH_TERMS,
  ...CHOICE_TERMS,
  ...DOUBT_TERMS,
  ...GRID_TERMS,
  ...RESAMPLING_TERMS,
}

/** The name of a term in code. */
export type TermId = keyof typeof GLOSSARY

/** All of them, in the order of the parts. */
export const TERM_IDS = Object.keys(GLOSSARY) as TermId[]

/** A term by its name in code, in the language that is spoken. */
export function termOf(id: TermId): Term {
  const { name, meaning, formula, source, place }: WrittenTerm = GLOSSARY[id]
  return {
    name: spoken(name),
    meaning: spoken(meaning),
    formula: formula && spoken(formula),
    source,
    place,
  }
}

/** All that a term is called: its name, other words for it, and the English of both, which the literature has. */
export function namesOf(id: TermId): string[] {
  const { name, also = '' }: WrittenTerm = GLOSSARY[id]
  return [name, also]
    .flatMap((text) => [...spoken(text).split(', '), ...english(text).split(', ')])
    .filter(Boolean)
}

/** Whether a text names a term. */
export const isTermId = (id: string): id is TermId => Object.hasOwn(GLOSSARY, id)

/** The term as one text: meaning, formula, source. */
export function termText(id: TermId): string {
  const { meaning, formula, source } = termOf(id)
  return [meaning, formula, source].filter((part) => part !== undefined).join(' · ')
}

/**
 * The terms that hold every word typed: first those that are called just that, then those with the words in a name, then those with
 * the words anywhere; each in the alphabetical order of the language that is spoken.
 */
export function findTerms(typed: string): TermId[] {
  const words = fold(typed).split(/\s+/).filter(Boolean)
  const names = (id: TermId) => namesOf(id).map(fold)
  const { compare } = new Intl.Collator(spokenLanguage())
  const holds = (text: string) => words.every((word) => text.includes(word))
  const rank = (id: TermId) => {
    if (names(id).includes(fold(typed.trim()))) return 0
    if (holds(names(id).join(' '))) return 1
    return holds(fold([...names(id), termText(id)].join(' '))) ? 2 : null
  }
  return TERM_IDS.flatMap((id) => {
    const place = rank(id)
    return place === null ? [] : [{ id, place }]
  })
    .sort((a, b) => a.place - b.place || compare(termOf(a.id).name, termOf(b.id).name))
    .map(({ id }) => id)
}

const spoken = (text: Text) => (typeof text === 'string' ? text : sayPhrase(text))
const english = (text: Text) => (typeof text === 'string' ? text : text.english)

/** Capitals, in which ß is SS, without accents. */
const fold = (text: string) => text.toUpperCase().normalize('NFD').replace(/\p{M}/gu, '')
