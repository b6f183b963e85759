import type { Phrase } from '../say.ts'

/** Where a term stands on the screen of a person who has data open: a panel at the side, a view, or a section of one. */
export type Place =
  | 'settings'
  | 'solution'
  | 'Data'
  | 'Restarts'
  | 'Clusters'
  | 'Clusters/Uncertainty'
  | 'Models'
  | 'Models/grid'
  | 'Models/merging'
  | 'Models/stability'
  | 'Models/test'
  | 'Compare/two'
  | 'Compare/all'
  | 'Compare/consensus'
  | 'Compare/known'

/** Codes and signs are the same in every language; whatever has words is a phrase. */
export type Text = string | Phrase

/** A word of the field, as it is written down. */
export interface WrittenTerm {
  name: Text
  /** Also found by these words, with commas between. */
  also?: Text
  /** One sentence. */
  meaning: Phrase
  formula?: Text
  /** Author and year; absent where it is Basin's own word. */
  source?: string
  /** Where to see it in one's own data; absent where it is a thought and no sight. */
  place?: Place
}

/** The same in the language that is spoken. */
export interface Term {
  name: string
  meaning: string
  formula: string | undefined
  source: string | undefined
  place: Place | undefined
}
