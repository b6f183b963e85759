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

/** A word of the field, as the interface uses it. */
export interface Term {
  name: string
  /** Also found by these words. */
  also?: readonly string[]
  /** One sentence. */
  meaning: string
  formula?: string
  /** Author and year; absent where it is Basin's own word. */
  source?: string
  /** Where to see it in one's own data; absent where it is a thought and no sight. */
  place?: Place
}
