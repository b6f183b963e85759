export interface LineEnds {
  newline: '\n' | '\r' | '\r\n'
  /** The text with every line end made to be `newline`, at its length. */
  text: string
}

/**
 * PapaParse takes one line end for the whole text and glues the rows together that end otherwise. Where the text has
 * several, every CR becomes LF: a CRLF then ends a row and leaves a blank line, and no character moves.
 */
export function alignLineEnds(text: string): LineEnds {
  if (!text.includes('\r')) return { newline: '\n', text }
  if (!text.includes('\n')) return { newline: '\r', text }
  if (!/\r(?!\n)/.test(text) && !/(?<!\r)\n/.test(text)) return { newline: '\r\n', text }
  return { newline: '\n', text: text.replace(/\r/g, '\n') }
}

/** Line ends in a text: CRLF is one. */
export function countLineEnds(text: string): number {
  return text.match(/\r\n|\r|\n/g)?.length ?? 0
}
