import { IntlMessageFormat, type Formatters } from 'intl-messageformat'
import { HIDDEN } from '../plain-json.ts'
import { numerals } from './numerals.ts'

type Single = string | number | Phrase | Figure

/** What stands in a sentence: text, a number, a sentence of its own, or several of them, which become `a, b and c`. */
export type Value = Single | readonly Single[]
export type Values = Readonly<Record<string, Value>>

/**
 * A sentence that can still be said in any language: its English, an ICU message, and what stands in it. Plain data, so that it
 * crosses ports and threads and lies in files.
 */
export interface Phrase {
  readonly english: string
  readonly values: Values
}

/** Digits as files have them, with a decimal point (`−7.5`); who says the sentence writes the mark of its language. */
export interface Figure {
  readonly figure: string
}

/** Of every English message its wording in another language. */
export type Catalogue = Readonly<Record<string, string>>

/** A piece of a message: text, or the name of what stands there. */
export type Part = string | { readonly slot: string }

interface Speech {
  language: string
  catalogue: ReadonlyMap<string, string>
  messages: Map<string, IntlMessageFormat | null>
}

let speech = speechOf('en', {})

/** Has everything from now on said in a language (BCP 47): what the catalogue does not know is said in English. */
export function speak(language: string, catalogue: Catalogue): void {
  speech = speechOf(language, catalogue)
}

/**
 * A message in the language that is spoken. The message is literal English and at once the key of the catalogue, in the ICU message
 * syntax: `{name}` is a value as it is, `{rows, number}` a count with separators, `{rows, plural, one {# row} other {# rows}}` a plural.
 */
export function say(english: string, values: Values = {}): string {
  return saidBy(speech, english, values)
}

/** The language (BCP 47) that is spoken. */
export function spokenLanguage(): string {
  return speech.language
}

/** What says phrases in a language of its own, whatever the program speaks: a server has visitors of several. */
export function speakerOf(language: string, catalogue: Catalogue): (said: Phrase) => string {
  const own = speechOf(language, catalogue)
  return ({ english, values }) => saidBy(own, english, values)
}

/** What `say` takes, kept for whoever will say it. */
export function phrase(english: string, values: Values = {}): Phrase {
  return { english, values }
}

/** A number of which the digits are chosen where the phrase is made, and the decimal mark where it is said. */
export function figure(digits: string): Figure {
  return { figure: digits }
}

/** Whether a value from a port or a file has the shape of a phrase; what stands in it is looked at as it is said. */
export function isPhrase(value: unknown): value is Phrase {
  if (typeof value !== 'object' || value === null) return false
  const { english, values } = value as Partial<Record<keyof Phrase, unknown>>
  return typeof english === 'string' && typeof values === 'object' && values !== null
}

/** A phrase as warnings carry it: in plain English for files, and so that the page can say it in its language. */
export function told(said: Phrase): { message: string; said: Phrase } {
  return { message: sayPhrase(said), said }
}

/** A warning as files have it: in English alone. */
export function plainly<Warning extends { said?: Phrase }>({
  said: _,
  ...plain
}: Warning): Omit<Warning, 'said'> {
  return plain
}

/** A phrase in the language that is spoken. */
export function sayPhrase({ english, values }: Phrase): string {
  return saidBy(speech, english, values)
}

/** A message cut where the `slots` stand in it, for texts with something other than text inside. */
export function sayInParts(english: string, slots: readonly string[], values: Values = {}): Part[] {
  const message = messageOf(speech, english)
  if (message === null) return [saidBy(speech, english, values)]
  const marks = Object.fromEntries(slots.map((slot) => [slot, { slot }]))
  return message
    .formatToParts<{ slot: string }>({ ...plain(speech, values), ...marks })
    .map(({ value }) => value)
}

/** Names in a row: `a, b and c`. */
export function sayList(items: readonly string[]): string {
  return listOf(speech.language).format(items.map(seen))
}

function speechOf(language: string, catalogue: Catalogue): Speech {
  return { language, catalogue: new Map(Object.entries(catalogue)), messages: new Map() }
}

function saidBy(by: Speech, english: string, values: Values): string {
  const message = messageOf(by, english)
  if (message === null) return english.includes('{') ? english : (by.catalogue.get(english) ?? english)
  try {
    return String(message.format(plain(by, values)))
  } catch {
    return english
  }
}

/** Null where the message is text alone, or none at all: a phrase may come from a file. */
function messageOf(by: Speech, english: string): IntlMessageFormat | null {
  const known = by.messages.get(english)
  if (known !== undefined) return known
  const made = compile(by, english)
  by.messages.set(english, made)
  return made
}

function compile({ language, catalogue }: Speech, english: string): IntlMessageFormat | null {
  if (!english.includes('{')) return null
  const translated = catalogue.get(english)
  try {
    const spoken = translated === undefined ? 'en' : language
    return new IntlMessageFormat(translated ?? english, spoken, undefined, { ignoreTag: true, formatters })
  } catch {
    return null
  }
}

/** Counts are written as all numbers are, whatever the language of the words. */
const formatters: Formatters = {
  getNumberFormat: () => numerals.counts,
  getDateTimeFormat: (...asked) => new Intl.DateTimeFormat(...asked),
  getPluralRules: (...asked) => new Intl.PluralRules(...asked),
}

function plain(by: Speech, values: Values): Record<string, string | number> {
  const own = Object.create(null) as Record<string, string | number>
  for (const [name, value] of Object.entries(values)) own[name] = plainValue(by, value)
  return own
}

function plainValue(by: Speech, value: Value): string | number {
  if (typeof value === 'string') return seen(value)
  if (typeof value !== 'object') return value
  if ('english' in value) return saidBy(by, value.english, value.values)
  if ('figure' in value) return value.figure.replace('.', numerals.decimal)
  return listOf(by.language).format(value.map((each) => String(plainValue(by, each))))
}

/** Text that neither hides in a sentence nor turns its other words round: a name may be a stranger's. */
const seen = (text: string) => text.replace(HIDDEN, '\ufffd')

const lists = new Map<string, Intl.ListFormat>()

function listOf(language: string): Intl.ListFormat {
  const known = lists.get(language) ?? new Intl.ListFormat(language === 'en' ? 'en-GB' : language)
  lists.set(language, known)
  return known
}
