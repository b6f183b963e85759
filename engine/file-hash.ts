import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'

/** SHA-256 of what a file holds now, hexadecimal; rejects where it cannot be read. */
export async function fileHash(path: string, signal?: AbortSignal): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash, { ...(signal && { signal }) })
  return hash.digest('hex')
}
