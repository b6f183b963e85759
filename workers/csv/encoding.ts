import { isAscii, isUtf8 } from 'node:buffer'
import { fromWindows1252 } from '../../core/table/windows-1252.ts'

/** Bytes per code unit. */
export function unitOf(encoding: string): 1 | 2 {
  return encoding.startsWith('utf-16') ? 2 : 1
}

/**
 * Bytes as text with exactly one character per code unit, so that places in the text are places in the file. Of
 * one-byte encodings the text is the raw bytes; `cellDecoder` reads what a cell says.
 */
export function codeUnits(bytes: Buffer, encoding: string): string {
  if (unitOf(encoding) === 1) return bytes.toString('latin1')
  const even = bytes.subarray(0, bytes.length - (bytes.length % 2))
  return (encoding === 'utf-16be' ? Buffer.from(even).swap16() : even).toString('utf16le')
}

/** What the cells made by `codeUnits` say. */
export function cellDecoder(encoding: string): (cell: string) => string {
  if (unitOf(encoding) === 2) return (cell) => cell
  const decode = encoding === 'utf-8' ? fromUtf8 : fromWindows1252
  return (cell) => (/[\u0080-\u00ff]/.test(cell) ? decode(cell) : cell)
}

function fromUtf8(cell: string): string {
  return Buffer.from(cell, 'latin1').toString('utf8')
}

/** Whether bytes that come in pieces are valid UTF-8 as a whole. */
export interface Utf8Check {
  see(bytes: Uint8Array): void
  /** To be asked after the last piece. */
  valid(): boolean
}

export function checkUtf8(): Utf8Check {
  let valid = true
  let open: Uint8Array = new Uint8Array(0)
  return {
    see(bytes) {
      if (!valid || (open.length === 0 && isAscii(bytes))) return
      const all = open.length === 0 ? bytes : Buffer.concat([open, bytes])
      const whole = all.length - unfinished(all)
      valid = isUtf8(all.subarray(0, whole))
      open = Uint8Array.from(all.subarray(whole))
    },
    valid: () => valid && open.length === 0,
  }
}

/** Bytes at the end that begin a character which is not complete yet. */
function unfinished(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back]
    if (byte < 0x80) return 0
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0
  }
  return 0
}
