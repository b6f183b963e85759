/** How numbers are written on the screen: the marks of a language. */
interface Numerals {
  /** Between the whole and its fraction. */
  decimal: string
  /** Between thousands. */
  group: string
  counts: Intl.NumberFormat
}

/** What every sentence with a number is written with: English, until the page says otherwise. Files never are: they have a point. */
export let numerals: Numerals = numeralsOf('en-GB')

/** Has all numbers written as a language (BCP 47) has it, in the digits 0 to 9; a language nobody knows is taken for English. */
export function writeNumbersIn(language: string): void {
  try {
    numerals = numeralsOf(language)
  } catch (thrown) {
    if (!(thrown instanceof RangeError)) throw thrown
    numerals = numeralsOf('en-GB')
  }
}

function numeralsOf(language: string): Numerals {
  const counts = new Intl.NumberFormat(language, { numberingSystem: 'latn' })
  const parts = new Intl.NumberFormat(language, { numberingSystem: 'latn' }).formatToParts(1_234_567.5)
  const mark = (type: 'decimal' | 'group', usual: string) =>
    parts.find((part) => part.type === type)?.value ?? usual
  return { decimal: mark('decimal', '.'), group: mark('group', ','), counts }
}

/** A number as a person types it: with the decimal mark of the language, and every digit. */
export const writeTyped = (value: number): string => String(value).replace('.', numerals.decimal)

/**
 * The number that a person typed: with a point, as programs have it (1e-6), or with the marks of the language that numbers are
 * written in (0,5 or 1.000.000 in German). NaN where it is neither.
 */
export function readTyped(text: string): number {
  const trimmed = text.trim()
  if (trimmed === '') return NaN
  const { decimal, group } = numerals
  const plain = trimmed.replace(/[\s\u00a0\u202f]/g, '').replaceAll('\u2212', '-')
  const [whole = '', ...rest] = plain.split(decimal)
  const parted =
    /^[-+]?[1-9]\d{0,2}(\D\d{3})+$/.test(whole) && whole.replace(/[-+\d]/g, '').replaceAll(group, '') === ''
  if (parted) return Number([whole.replaceAll(group, ''), ...rest].join('.'))
  return Number(decimal === '.' ? plain : plain.replace(decimal, '.'))
}
