import type { FileHandle } from 'node:fs/promises'
import { EngineError } from '../../contract/errors.ts'
import { phrase } from '../../contract/words/say.ts'
import type { Sink } from './sink.ts'

/** Copies a file while putting text in at given offsets, which must rise. */
export interface Splice {
  /** A promise only where a buffer had to be written or read: most insertions are done in memory. */
  insert(offset: number, text: string): Promise<void> | undefined
  /** Leaves out what lies before an offset and was not copied yet. */
  skip(offset: number): void
  /** Copies what is left up to the end of the source. */
  finish(end: number): Promise<void>
}

const CHUNK = 1 << 20

/** ASCII text is put in as the encoding writes it; the bytes of the source pass untouched. */
export function createSplice(source: FileHandle, out: Sink, encoding: string): Splice {
  const input = Buffer.allocUnsafe(CHUNK)
  const output = Buffer.allocUnsafe(CHUNK)
  let inputStart = 0
  let inputLength = 0
  let position = 0
  let filled = 0

  async function flush(): Promise<void> {
    await out.write(output.subarray(0, filled))
    filled = 0
  }

  async function refill(): Promise<void> {
    const { bytesRead } = await source.read(input, 0, CHUNK, position)
    if (bytesRead === 0)
      throw new EngineError(
        'file-changed',
        phrase('The file became shorter while it was read.'),
        phrase('Open it again.'),
      )
    inputStart = position
    inputLength = bytesRead
  }

  /** Copies as much as fits without touching the disk. */
  function copyAtHand(end: number): void {
    const from = position - inputStart
    const length = Math.min(end - position, inputLength - from, CHUNK - filled)
    if (length <= 0) return
    input.copy(output, filled, from, from + length)
    filled += length
    position += length
  }

  async function copySlowly(end: number, text: Buffer | null): Promise<void> {
    while (position < end) {
      if (filled === CHUNK) await flush()
      if (position >= inputStart + inputLength || position < inputStart) await refill()
      copyAtHand(end)
    }
    for (let at = 0; text !== null && at < text.length;) {
      if (filled === CHUNK) await flush()
      const copied = text.copy(output, filled, at)
      filled += copied
      at += copied
    }
  }

  return {
    insert(offset, text) {
      copyAtHand(offset)
      const length = encoding.startsWith('utf-16') ? text.length * 2 : text.length
      if (position < offset || filled + length > CHUNK) return copySlowly(offset, encoded(text, encoding))
      filled += writeText(output, text, filled, encoding)
      return undefined
    },
    skip(offset) {
      position = Math.max(position, offset)
    },
    async finish(end) {
      await copySlowly(end, null)
      await flush()
    },
  }
}

function writeText(buffer: Buffer, text: string, at: number, encoding: string): number {
  if (encoding !== 'utf-16be') return buffer.write(text, at, encoding === 'utf-16le' ? 'utf16le' : 'latin1')
  const length = buffer.write(text, at, 'utf16le')
  buffer.subarray(at, at + length).swap16()
  return length
}

function encoded(text: string, encoding: string): Buffer {
  const buffer = Buffer.alloc(text.length * 2)
  return buffer.subarray(0, writeText(buffer, text, 0, encoding))
}
