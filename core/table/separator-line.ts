/** The first line that Excel reads the delimiter from, like `sep=;`, and the characters it takes up; null without one. */
export function separatorLine(text: string): { delimiter: string; length: number } | null {
  const found = /^"?sep=([^"\w\r\n])"?\s*?(?:\r\n|\r|\n|$)/i.exec(text)
  return found && { delimiter: found[1], length: found[0].length }
}
