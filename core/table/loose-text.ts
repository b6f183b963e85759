import { fromWindows1252 } from './windows-1252.ts'

const BEYOND_ASCII = /[^\0-\x7f]/
const BEYOND_BYTES = /[^\0-\xff]/

/** What a cell says, of which every character may be a byte. */
export type TextOfCell = (cell: string) => string

/** What the cells of a file say: `certain` where its encoding is not only the likeliest. Text in UTF-16 is no bytes. */
export function textOfCells(encoding: string, certain: boolean): TextOfCell {
  if (encoding.startsWith('utf-16')) return (cell) => cell
  return certain && encoding === 'windows-1252' ? fromWindows1252 : looseText
}

/**
 * What a cell says whose bytes may stand for characters, before the encoding of its file is certain: read as UTF-8
 * where it is valid, else as Windows-1252. A cell with other characters is decoded already.
 */
export function looseText(cell: string): string {
  if (!BEYOND_ASCII.test(cell) || BEYOND_BYTES.test(cell)) return cell
  return fromUtf8(cell) ?? fromWindows1252(cell)
}

/** Null where the bytes are not valid (RFC 3629). */
function fromUtf8(bytes: string): string | null {
  let text = ''
  for (let at = 0; at < bytes.length;) {
    const first = bytes.charCodeAt(at++)
    if (first < 0x80) {
      text += bytes[at - 1]
      continue
    }
    const more = first >= 0xf0 ? 3 : first >= 0xe0 ? 2 : 1
    if (first < 0xc2 || first > 0xf4 || at + more > bytes.length) return null
    let point = first & (0x3f >> more)
    for (const end = at + more; at < end; at++) {
      const next = bytes.charCodeAt(at)
      if ((next & 0xc0) !== 0x80) return null
      point = (point << 6) | (next & 0x3f)
    }
    if (point < SHORTEST[more] || point > 0x10ffff || (point >= 0xd800 && point < 0xe000)) return null
    text += String.fromCodePoint(point)
  }
  return text
}

/** The least code point that takes so many bytes behind the first. */
const SHORTEST = [0, 0x80, 0x800, 0x10000]

/** A cell without the ASCII blanks around it. `trim` would take the last byte of a character for a blank of its own. */
export function withoutBlanks(cell: string): string {
  let start = 0
  let end = cell.length
  while (start < end && isBlank(cell.charCodeAt(start))) start++
  while (end > start && isBlank(cell.charCodeAt(end - 1))) end--
  return end - start === cell.length ? cell : cell.slice(start, end)
}

function isBlank(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13)
}
