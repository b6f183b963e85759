import { stat } from 'node:fs/promises'
import { EngineError } from '../contract/errors.ts'
import { phrase, type Phrase } from '../contract/words/say.ts'
import type { Dataset } from './datasets.ts'
import { fileHash } from './file-hash.ts'

/**
 * Throws `file-changed` where the file is no longer the one that was read. Its content is looked at only where its length and time say
 * nothing, and something about it changed all the same: its name, say, or who may read it.
 */
export async function refuseChanged({ path, name, file }: Dataset): Promise<void> {
  const now = await stat(path).catch(() => null)
  if (now === null) throw gone(name)
  const looksSame = now.size === file.bytes && now.mtimeMs === file.modified
  if (looksSame && now.ctimeMs === file.touched) return
  if (!looksSame || (await fileHash(path).catch(() => null)) !== file.hash)
    throw changed(phrase('“{name}” has changed since it was opened.', { name }))
  file.touched = now.ctimeMs
}

const gone = (name: string) =>
  new EngineError(
    'file-changed',
    phrase('“{name}” is not there any more.', { name }),
    phrase('Put it back, or connect the drive that it is on; or open it where it is now.'),
  )

const changed = (message: Phrase) =>
  new EngineError('file-changed', message, phrase('Open it again to work with what it holds now.'))
