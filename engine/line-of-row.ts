import { open } from 'node:fs/promises'
import type { Dataset } from './datasets.ts'

const CHUNK = 1 << 20
const LF = 10
const CR = 13

/** The 1-based line of the file on which a data row starts, by counting the line ends before it. */
export async function lineOfRow({ path, file }: Dataset, row: number): Promise<number> {
  const until = file.rowStarts[row] ?? 0
  const isLow = lowByteFirst(file.dialect.encoding)
  const handle = await open(path)
  try {
    const chunk = new Uint8Array(CHUNK)
    let line = 1
    let previous = 0
    for (let at = 0; at < until;) {
      const { bytesRead } = await handle.read(chunk, 0, Math.min(CHUNK, until - at), at)
      if (bytesRead === 0) break
      for (let i = 0; i + file.unit <= bytesRead; i += file.unit) {
        const unit =
          file.unit === 1 ? chunk[i] : isLow ? chunk[i] | (chunk[i + 1] << 8) : (chunk[i] << 8) | chunk[i + 1]
        if (unit === CR || (unit === LF && previous !== CR)) line++
        previous = unit
      }
      at += bytesRead
    }
    return line
  } finally {
    await handle.close()
  }
}

const lowByteFirst = (encoding: string) => encoding !== 'utf-16be'
