import { mkdir, open, realpath, rename, rm, stat, type FileHandle } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { EngineError } from '../../contract/errors.ts'
import { phrase, type Phrase } from '../../contract/words/say.ts'
import { partName, sweepParts } from './part-names.ts'

/** A file that is written whole under a temporary name beside its own. */
export interface Staged<T> {
  value: T
  /** Gives it its name; what was there is replaced. */
  commit(): Promise<void>
  /** Takes it away again, unless it has its name. */
  abandon(): Promise<void>
}

/** Writes a file that is complete or absent. What is there already stays as it was until then. */
export async function writeTarget<T>(target: string, write: (handle: FileHandle) => Promise<T>): Promise<T> {
  const { value, commit } = await stageTarget(target, write)
  await commit()
  return value
}

/**
 * Writes into a temporary file beside the target, after what killed processes left half-written there was taken away. A pipe or device is written to directly. Failures of the disk become
 * `target-unwritable`.
 */
export async function stageTarget<T>(
  target: string,
  write: (handle: FileHandle) => Promise<T>,
): Promise<Staged<T>> {
  const path = await realpath(target).catch(() => target)
  const there = await stat(path).catch(() => null)
  if (there?.isDirectory() === true) throw unwritable(path, phrase('it is a folder'))
  if (there !== null && !there.isFile())
    return { value: await fill(path, 'w', path, write), commit: nothing, abandon: nothing }
  await sweepParts(dirname(path))
  const temporary = join(dirname(path), partName(basename(path)))
  const abandon = () => rm(temporary, { force: true }).catch(nothing)
  try {
    return { value: await fill(temporary, 'wx', path, write), commit, abandon }
  } catch (thrown) {
    await abandon()
    throw thrown
  }

  async function commit(): Promise<void> {
    await rename(temporary, path).catch(async (thrown: unknown) => {
      await abandon()
      throw unwritable(path, reasonOf(thrown))
    })
  }
}

/** A folder of the person's own to write into. Throws `target-unwritable`. */
export async function makeFolder(path: string): Promise<void> {
  await mkdir(path, { recursive: true, mode: 0o700 }).catch((thrown: unknown) => {
    throw unwritable(path, reasonOf(thrown))
  })
}

const nothing = () => Promise.resolve()

async function fill<T>(
  path: string,
  flags: 'w' | 'wx',
  shown: string,
  write: (handle: FileHandle) => Promise<T>,
): Promise<T> {
  const handle = await open(path, flags).catch((thrown: unknown) => {
    throw unwritable(shown, reasonOf(thrown))
  })
  try {
    const value = await write(handle)
    if (flags === 'wx') await handle.sync()
    return value
  } catch (thrown) {
    throw isDiskFailure(thrown) ? unwritable(shown, reasonOf(thrown)) : thrown
  } finally {
    await handle.close()
  }
}

/** Throws `target-unwritable` where a target is the file that it would be made from. */
export async function refuseSource(target: string, source: string): Promise<void> {
  const [a, b] = await Promise.all([target, source].map((path) => stat(path).catch(() => null)))
  if (a !== null && b !== null && a !== undefined && b !== undefined && a.dev === b.dev && a.ino === b.ino)
    throw unwritable(target, phrase('it is the file that is being read'), phrase('Save under another name.'))
}

/** Of the disk that is written to: what is read while it is written has its own. */
const isDiskFailure = (thrown: unknown): thrown is NodeJS.ErrnoException =>
  thrown instanceof Error &&
  !(thrown instanceof EngineError) &&
  'syscall' in thrown &&
  thrown.syscall !== 'read'

function reasonOf(thrown: unknown): string | Phrase {
  const code = (thrown as NodeJS.ErrnoException).code ?? ''
  const known: Record<string, Phrase> = {
    EACCES: phrase('writing there is not allowed'),
    EPERM: phrase('writing there is not allowed'),
    EROFS: phrase('that disk cannot be written to'),
    ENOENT: phrase('its folder does not exist'),
    ENOTDIR: phrase('its folder does not exist'),
    ENOSPC: phrase('the disk is full'),
    EDQUOT: phrase('the disk is full'),
    EBUSY: phrase('another program holds it open'),
    ENAMETOOLONG: phrase('its name is too long'),
    EIO: phrase('the disk failed while it was written to'),
    ENXIO: phrase('the disk failed while it was written to'),
    EFBIG: phrase('it is too large for that disk'),
    ESTALE: phrase('its drive does not answer'),
    ETIMEDOUT: phrase('its drive does not answer'),
    EHOSTDOWN: phrase('its drive does not answer'),
    ENOTCONN: phrase('its drive does not answer'),
  }
  return known[code] ?? (thrown instanceof Error ? thrown.message : String(thrown))
}

const unwritable = (
  path: string,
  why: string | Phrase,
  remedy = phrase('Save in another folder or under another name.'),
) =>
  new EngineError(
    'target-unwritable',
    phrase('“{name}” could not be written: {why}.', { name: basename(path), why }),
    remedy,
  )
