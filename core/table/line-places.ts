const LINE_END = /\r\n|\r|\n/g

/** Place in a text where as many lines have ended; the end of the text where it has fewer. */
export function placeOfLine(text: string, lines: number): number {
  if (lines === 0) return 0
  let ended = 0
  for (const { 0: end, index } of text.matchAll(LINE_END)) {
    if (++ended === lines) return index + end.length
  }
  return text.length
}

/** The 1-based line that begins at a place. */
export function lineOfPlace(text: string, place: number): number {
  return 1 + (text.slice(0, place).match(LINE_END)?.length ?? 0)
}

/** The lines that begin in [from, to) and are not blank. */
export function linesBetween(text: string, from: number, to: number): { line: number; text: string }[] {
  const first = lineOfPlace(text, from)
  return text
    .slice(from, to)
    .split(/\r\n|\r|\n/)
    .map((written, i) => ({ line: first + i, text: written }))
    .filter((line) => line.text.trim() !== '')
}
