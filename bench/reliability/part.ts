/** One kind of trouble that Basin is put through. */
export interface Part {
  /** As it is named on the command line. */
  name: string
  /** Its heading on the page. */
  title: string
  /** What is done, and what counts as survived; Markdown. */
  about: string
  /** `say` tells of progress, a line at a time. */
  run(say: (line: string) => void): Promise<Shown>
}

/** What a run of a part has shown. */
export interface Shown {
  tables: Table[]
  /** What did not hold, a sentence each: they stand on the page, and the command ends with status 1. */
  failures: string[]
}

/** Cells are texts as they are to be read; those of a column all numbers stand to the right. */
export interface Table {
  head: string[]
  rows: string[][]
  /** Below the table; Markdown. */
  note?: string
}
