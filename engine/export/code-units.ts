import type { FileHandle } from 'node:fs/promises'
import { EngineError } from '../../contract/errors.ts'
import { phrase } from '../../contract/words/say.ts'

/** A window over a text file that moves forward, as characters of one code unit each: a byte, or two of UTF-16. */
export interface CodeUnits {
  /** Bytes [from, to); a promise only where the window has to move. */
  text(from: number, to: number): string | Promise<string>
}

const WINDOW = 1 << 20

export function createCodeUnits(source: FileHandle, encoding: string): CodeUnits {
  let buffer = Buffer.allocUnsafe(WINDOW)
  let start = 0
  let length = 0

  async function move(from: number, to: number): Promise<string> {
    if (to - from > buffer.length) buffer = Buffer.allocUnsafe(to - from)
    start = from
    length = 0
    while (start + length < to) {
      const { bytesRead } = await source.read(buffer, length, buffer.length - length, start + length)
      if (bytesRead === 0) throw shorter()
      length += bytesRead
    }
    if (encoding === 'utf-16be') buffer.subarray(0, length - (length % 2)).swap16()
    return text(from, to)
  }

  const text = (from: number, to: number) =>
    buffer.toString(encoding.startsWith('utf-16') ? 'utf16le' : 'latin1', from - start, to - start)

  return {
    text: (from, to) => (from >= start && to <= start + length ? text(from, to) : move(from, to)),
  }
}

const shorter = () =>
  new EngineError(
    'file-changed',
    phrase('The file became shorter while it was read.'),
    phrase('Open it again.'),
  )
