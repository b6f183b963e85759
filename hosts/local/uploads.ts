import { createWriteStream, rmSync } from 'node:fs'
import type { IncomingMessage } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { EngineError } from '../../contract/errors.ts'
import type { FileGrant } from '../../contract/host.ts'
import { displayName } from './display-name.ts'
import type { PrivateFolder } from './private-folder.ts'

export const UPLOAD_BYTES = 8 * 2 ** 30
const AT_ONCE = 4

/** Takes the bytes of a file that the page was given, and grants the copy. */
export type Uploads = (name: string, request: IncomingMessage) => Promise<FileGrant>

export function createUploads(folder: PrivateFolder, grant: (path: string) => FileGrant): Uploads {
  let running = 0
  return async (name, request) => {
    const length = Number(request.headers['content-length'] ?? Number.NaN)
    if (!Number.isSafeInteger(length))
      throw new EngineError('invalid-input', 'The size of the file was not given.', 'Open the file again.')
    if (length > UPLOAD_BYTES)
      throw new EngineError(
        'too-large',
        `The file has ${length} bytes; the browser can hand over at most ${UPLOAD_BYTES}.`,
        'Name the file when starting Basin instead: basin serve FILE.',
      )
    if (running >= AT_ONCE)
      throw new EngineError(
        'not-available',
        'Other files are still being handed over.',
        'Wait for them to finish.',
      )
    running += 1
    const path = folder.place(displayName(name, 'data.csv'))
    try {
      await pipeline(request, createWriteStream(path, { flags: 'wx', mode: 0o600 }))
      return grant(path)
    } catch (thrown) {
      rmSync(path, { force: true })
      throw new EngineError(
        'file-unreadable',
        `The file did not arrive whole: ${thrown instanceof Error ? thrown.message : String(thrown)}.`,
        'See that the disk has room for a copy, then open the file again.',
      )
    } finally {
      running -= 1
    }
  }
}
