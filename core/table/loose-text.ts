import { fromWindows1252 } from './windows-1252.ts'

const ASCII = /^[\0-\x7f]*$/
const BYTES = /^[\0-\xff]*$/

/**
 * What a cell says whose bytes may stand for characters, before the encoding of its file is certain: read as UTF-8
 * where it is valid, else as Windows-1252. A cell with other characters is decoded already.
 */
export function looseText(cell: string): string {
  if (ASCII.test(cell) || !BYTES.test(cell)) return cell
  try {
    return decodeURIComponent(cell.replace(/[^\w]/g, percent))
  } catch {
    return fromWindows1252(cell)
  }
}

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

function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`
}
