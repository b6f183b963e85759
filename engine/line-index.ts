import { open, type FileHandle } from 'node:fs/promises'
import type { ImportedFile } from '../workers/tasks.ts'

const CHUNK = 1 << 20
const LF = 10
const CR = 13

/** Lines of a file as an editor counts them, from 1. */
export interface LineIndex {
  /** Lines on which the rows [from, from + count) begin. */
  lines(from: number, count: number): Promise<Float64Array>
}

type Text = Pick<ImportedFile, 'textPath' | 'rowStarts' | 'unit' | 'dialect'>

/** What has been counted up to an offset. */
interface Mark {
  at: number
  line: number
  /** The code unit before it, for the line ends of two. */
  previous: number
}

/** Counts no stretch of the file twice: a mark is kept for every chunk passed. */
export function indexLines({ textPath, rowStarts, unit, dialect }: Text): LineIndex {
  const marks: Mark[] = [{ at: 0, line: 1, previous: 0 }]
  const low = dialect.encoding === 'utf-16be' ? 1 : 0

  async function lines(from: number, count: number): Promise<Float64Array> {
    const wanted = rowStarts.subarray(from, from + count)
    const found = new Float64Array(wanted.length)
    if (wanted.length === 0) return found
    const handle = await open(textPath)
    try {
      await walk(handle, wanted, found)
    } finally {
      await handle.close()
    }
    return found
  }

  async function walk(handle: FileHandle, wanted: Float64Array, found: Float64Array): Promise<void> {
    const chunk = new Uint8Array(CHUNK)
    let { at, line, previous } = markBefore(wanted[0])
    let next = 0
    for (;;) {
      const { bytesRead } = await handle.read(chunk, 0, CHUNK, at)
      for (let i = 0; i < bytesRead; i += unit) {
        while (next < wanted.length && wanted[next] <= at + i) found[next++] = line
        if (next === wanted.length) return
        const value = unit === 1 ? chunk[i] : chunk[i + low] | (chunk[i + 1 - low] << 8)
        if (value === CR || (value === LF && previous !== CR)) line++
        previous = value
      }
      at += bytesRead
      if (bytesRead === 0) return void found.fill(line, next)
      if (at > (marks.at(-1)?.at ?? 0)) marks.push({ at, line, previous })
    }
  }

  function markBefore(offset: number): Mark {
    return marks.findLast(({ at }) => at <= offset) ?? marks[0]
  }

  return { lines }
}
