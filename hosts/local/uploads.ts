import { createWriteStream, rmSync } from 'node:fs'
import type { IncomingMessage } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { EngineError } from '../../contract/errors.ts'
import type { FileGrant } from '../../contract/host.ts'
import { phrase } from '../../contract/words/say.ts'
import { displayName } from './display-name.ts'
import type { PrivateFolder } from './private-folder.ts'

export const UPLOAD_BYTES = 8 * 2 ** 30
const AT_ONCE = 4

/** Copies of the files that the page was given. */
export interface Uploads {
  /** Takes the bytes of a file, and grants the copy. */
  take(name: string, request: IncomingMessage): Promise<FileGrant>
  /** Removes the copy behind a grant; any other file stays. */
  remove(grant: string): void
}

export function createUploads(folder: PrivateFolder, grant: (path: string) => FileGrant): Uploads {
  const copies = new Map<string, string>()
  let running = 0

  async function take(name: string, request: IncomingMessage): Promise<FileGrant> {
    const length = Number(request.headers['content-length'] ?? Number.NaN)
    if (!Number.isSafeInteger(length))
      throw new EngineError(
        'invalid-input',
        phrase('The size of the file was not given.'),
        phrase('Open the file again.'),
      )
    if (length > UPLOAD_BYTES)
      throw new EngineError(
        'too-large',
        phrase('The file has {length} bytes; the browser can hand over at most {most}.', {
          length,
          most: UPLOAD_BYTES,
        }),
        phrase('Name the file when starting Basin instead: basin serve FILE.'),
      )
    if (running >= AT_ONCE)
      throw new EngineError(
        'not-available',
        phrase('Other files are still being handed over.'),
        phrase('Wait for them to finish.'),
      )
    running += 1
    const path = folder.place(displayName(name, 'data.csv'))
    try {
      await pipeline(request, createWriteStream(path, { flags: 'wx', mode: 0o600 }))
      const granted = grant(path)
      copies.set(granted.grant, path)
      return granted
    } catch (thrown) {
      rmSync(path, { force: true })
      throw new EngineError(
        'file-unreadable',
        phrase('The file did not arrive whole: {why}.', {
          why: thrown instanceof Error ? thrown.message : String(thrown),
        }),
        phrase('See that the disk has room for a copy, then open the file again.'),
      )
    } finally {
      running -= 1
    }
  }

  return {
    take,
    remove(granted) {
      const path = copies.get(granted)
      if (path === undefined) return
      copies.delete(granted)
      rmSync(path, { force: true })
    },
  }
}
