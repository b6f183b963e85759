import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { EngineError } from '../contract/errors.ts'
import { phrase, type Phrase } from '../contract/words/say.ts'
import type { Dataset } from './datasets.ts'

/**
 * Throws `file-changed` where the file is no longer the one that was read. Its content is looked at only where its length and time say
 * nothing, and something about it changed all the same: its name, say, or who may read it.
 */
export async function refuseChanged({ path, name, file }: Dataset): Promise<void> {
  const now = await stat(path).catch(() => null)
  if (now === null) throw changed(phrase('“{name}” is not there any more.', { name }))
  const looksSame = now.size === file.bytes && now.mtimeMs === file.modified
  if (looksSame && now.ctimeMs === file.touched) return
  if (!looksSame || (await hashOf(path)) !== file.hash)
    throw changed(phrase('“{name}” has changed since it was opened.', { name }))
  file.touched = now.ctimeMs
}

async function hashOf(path: string): Promise<string | null> {
  const hash = createHash('sha256')
  try {
    await pipeline(createReadStream(path), hash)
    return hash.digest('hex')
  } catch {
    return null
  }
}

const changed = (message: Phrase) =>
  new EngineError('file-changed', message, phrase('Open it again to work with what it holds now.'))
