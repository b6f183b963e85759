const LONGEST = 100
/** Windows takes these for devices, whatever their ending. */
const DEVICE = /^(con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³]|conin\$|conout\$) *(\.|$)/i
const isControl = (character: string) => character < ' ' || (character >= '\u007f' && character <= '\u009f')

/** A name from the page made harmless: the last part of a path, no characters that a file system reads as its own. */
export function displayName(given: string, otherwise: string): string {
  const last = given.split(/[/\\]/).at(-1) ?? ''
  const plain = Array.from(last, (character) =>
    isControl(character) || '<>:"|?*'.includes(character) ? '_' : character,
  )
    .join('')
    .replace(/^[.\s]+|[.\s]+$/g, '')
    .replace(DEVICE, '_$&')
  if (plain === '') return otherwise
  if (plain.length <= LONGEST) return plain
  const ending = /\.[^.]{1,8}$/.exec(plain)?.[0] ?? ''
  return plain.slice(0, LONGEST - ending.length) + ending
}
