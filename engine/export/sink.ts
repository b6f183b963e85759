import { createHash } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import { createGzip } from 'node:zlib'

/** Where the bytes of an export go. They may be reused as soon as `write` has resolved. */
export interface Sink {
  write(bytes: Uint8Array): Promise<void>
  /** Writes what is held back; resolves with what the file now is. */
  end(): Promise<Written>
  /** Lets go of what is held back, after a failure or instead of `end`. */
  abandon(): void
}

export interface Written {
  bytes: number
  /** SHA-256 of the bytes of the file, hexadecimal. */
  hash: string
}

/** Into an open file, hashed as it goes. */
export function createSink(out: FileHandle): Sink {
  const hash = createHash('sha256')
  let written = 0
  return {
    async write(bytes) {
      hash.update(bytes)
      for (let at = 0; at < bytes.length;) at += (await out.write(bytes, at, bytes.length - at)).bytesWritten
      written += bytes.length
    },
    end: () => Promise.resolve({ bytes: written, hash: hash.digest('hex') }),
    abandon: () => undefined,
  }
}

/** Packs into another sink. */
export function createGzipSink(onto: Sink): Sink {
  const gzip = createGzip()
  const copy = async () => {
    for await (const piece of gzip) await onto.write(piece as Uint8Array)
  }
  const copied = copy()
  // Told by whichever call comes next.
  copied.catch(() => undefined)
  const taken = (bytes: Uint8Array) =>
    new Promise<void>((resolve, reject) =>
      gzip.write(bytes, (failed) => (failed ? reject(failed) : resolve())),
    )
  return {
    write: (bytes) => Promise.race([taken(bytes), copied]).catch(() => copied),
    async end() {
      gzip.end()
      await copied
      return await onto.end()
    },
    abandon() {
      gzip.destroy()
      onto.abandon()
    },
  }
}
