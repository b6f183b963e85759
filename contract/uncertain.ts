import type { Warning } from './warning.ts'

/** Where the file can be read in another way, or where something of it was not taken in. */
const UNCERTAIN: ReadonlySet<string> = new Set([
  'ambiguous-decimal',
  'ambiguous-delimiter',
  'mixed-formats',
  'mixed-units',
  'rejected-cells',
  'too-large',
  'infinite',
  'hexadecimal',
  'preamble',
  'encoding-guessed',
  'encoding',
  'long-rows',
  'short-rows',
  'malformed-quotes',
  'choices-dropped',
])

/**
 * Whether a warning about an import is more than information: the person is to look at how the file was read before
 * working with it. What has one meaning only (a date, a unit, a blank line) is not.
 */
export function isUncertain({ code }: Pick<Warning, 'code'>): boolean {
  return UNCERTAIN.has(code)
}
