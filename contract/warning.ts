import type { Remedy } from './remedies.ts'
import type { Phrase } from './words/say.ts'

/**
 * Every warning by its code, with the kinds of remedies that may stand with it. The types below let no other warning be made, and
 * `engine/every-warning.test.ts` raises each and clears it by each of its remedies.
 */
export const REMEDIES_OF = {
  // Of a file that was read.
  'ambiguous-decimal': [],
  'ambiguous-delimiter': [],
  'blank-lines': [],
  booleans: [],
  'choices-dropped': [],
  'comment-lines': [],
  dates: [],
  'empty-names': [],
  encoding: [],
  'encoding-guessed': [],
  hexadecimal: [],
  'inexact-integers': [],
  infinite: [],
  'leading-zeros': [],
  'long-rows': [],
  'malformed-quotes': [],
  'mixed-formats': [],
  'mixed-units': [],
  'number-names': [],
  preamble: [],
  'rejected-cells': [],
  'renamed-column': [],
  'row-names': [],
  'short-rows': [],
  'too-large': [],
  'trailing-delimiters': [],
  units: [],
  // Before a fit is run.
  'code-column': ['drop-columns'],
  'collinear-columns': ['drop-columns'],
  'constant-column': ['drop-columns'],
  'few-points': ['components'],
  'few-rows': ['components', 'covariance', 'covariances', 'columns'],
  'heavy-tail': ['derive'],
  'identifier-column': ['drop-columns'],
  'missing-cells': ['drop-columns'],
  'much-memory': ['restarts'],
  'no-rows': ['drop-columns'],
  'same-columns': ['drop-columns'],
  'scales-apart': ['scale'],
  // Of a restart.
  collapsed: ['scale', 'drop-columns', 'regularise', 'covariance', 'components'],
  emptied: ['components'],
  'iteration-limit': ['continue', 'iterations'],
  'not-continued': ['continue', 'regularise', 'covariance', 'components'],
  plateau: ['continue'],
  saddle: ['components'],
  spurious: ['scale', 'drop-columns', 'regularise', 'covariance', 'components'],
  // Of a solution.
  'dependent-columns': ['drop-columns'],
  'few-restarts': ['restarts'],
  'found-by-refinement': [],
  unfinished: [],
  // Of a file or a script that was written, and of rows that were scored.
  'extra-columns': [],
  'name-taken': [],
  'no-row-weights': [],
  'not-defined': [],
  'other-format': [],
  'other-units': [],
  'rows-dropped': [],
  'script-goes-on': [],
  'script-no-regularisation': [],
  'script-other-maximum': [],
  'script-other-start': [],
  'weightless-rows': [],
} as const satisfies Record<string, readonly Remedy['kind'][]>

export type WarningCode = keyof typeof REMEDIES_OF

/** What may be done about a warning of this code. */
export type RemedyOf<Code extends WarningCode> = Extract<Remedy, { kind: (typeof REMEDIES_OF)[Code][number] }>

/** Something a person should know, of this code. */
export interface WarningOf<Code extends WarningCode> {
  code: Code
  /** In English. */
  message: string
  /** The message, for a page that speaks another language. */
  said?: Phrase
  /** 1-based line of the file. */
  line?: number
  column?: string
  count?: number
  /** What to do about it, the best first. */
  remedies?: RemedyOf<Code>[]
}

/** Something a person should know. */
export type Warning = { [Code in WarningCode]: WarningOf<Code> }[WarningCode]
