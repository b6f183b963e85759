import { stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { EngineError } from '../../contract/errors.ts'
import { phrase } from '../../contract/words/say.ts'
import type { SessionDocument } from '../../contract/session-document.ts'
import { asRefusal } from '../../workers/csv/file-reasons.ts'
import { fileHash } from '../file-hash.ts'
import { cancelled } from '../work.ts'
import type { Places } from './places.ts'

type Source = SessionDocument['source']

/**
 * Where the file of a session lies: beside the session, where it lay when that was saved, or among the samples. What a session says of
 * its file is a name and never a folder. Throws `session-data-changed` where another content lies there under that name,
 * `session-data-missing` where nothing does, and why that of the right length could not be read.
 */
export async function findData(
  source: Source,
  sessionPath: string,
  places: Places,
  samplesFolder: string,
  signal?: AbortSignal,
): Promise<string> {
  const name = basename(source.file)
  const kept = await places.find(source.sha256)
  const own = [join(dirname(sessionPath), name), ...(kept === null ? [] : [kept])]
  let why: unknown = dataMissing(source)
  for (const path of new Set([...own, join(samplesFolder, name)])) {
    const there = await stat(path).catch(() => null)
    if (there?.isFile() !== true) continue
    try {
      if (there.size === source.bytes && (await fileHash(path, signal)) === source.sha256) return path
      if (own.includes(path)) why = dataChanged(source, basename(path), there.size)
    } catch (thrown) {
      if (signal?.aborted === true) throw cancelled()
      why = asRefusal(basename(path), thrown)
    }
  }
  throw why
}

/** Throws `session-data-changed` where the file is not that of the session. */
export async function checkData(source: Source, path: string, signal?: AbortSignal): Promise<void> {
  try {
    const { size } = await stat(path)
    if (size !== source.bytes || (await fileHash(path, signal)) !== source.sha256)
      throw dataChanged(source, basename(path), size)
  } catch (thrown) {
    throw signal?.aborted === true ? cancelled() : asRefusal(basename(path), thrown)
  }
}

function dataMissing({ file, bytes }: Source): EngineError {
  return new EngineError(
    'session-data-missing',
    phrase(
      'The session is about “{file}” ({bytes, number} bytes), which is neither beside it nor where it was.',
      { file, bytes },
    ),
    phrase('Choose that file: it is known again by its content, whatever its name.'),
  )
}

export function dataChanged({ file, bytes }: Source, given: string, theirs: number): EngineError {
  return new EngineError(
    'session-data-changed',
    given === file
      ? phrase(
          '“{given}” has changed since the session was saved: it has {theirs, number} bytes and another content; the session was made with {bytes, number} bytes.',
          { given, theirs, bytes },
        )
      : phrase(
          '“{given}” is not “{file}”: it has {theirs, number} bytes and another content; the session was made with {bytes, number} bytes.',
          { given, file, theirs, bytes },
        ),
    phrase('Choose the file as it was; or open this one by itself and run the fit again.'),
  )
}
