import { stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { EngineError } from '../../contract/errors.ts'
import { phrase } from '../../contract/words/say.ts'
import type { SessionDocument } from '../../contract/session-document.ts'
import type { Places } from './places.ts'

type Source = SessionDocument['source']

/**
 * Paths at which the file of a session may lie, of the right size: beside the session, where it lay when that was saved, and among the
 * samples. What a session says of its file is a name and never a folder.
 */
export async function candidates(
  source: Source,
  sessionPath: string,
  places: Places,
  samplesFolder: string,
): Promise<string[]> {
  const name = basename(source.file)
  const kept = await places.find(source.sha256)
  const paths = [
    join(dirname(sessionPath), name),
    ...(kept === null ? [] : [kept]),
    join(samplesFolder, name),
  ]
  const sizes = await Promise.all([...new Set(paths)].map(sized))
  return sizes.filter(({ bytes }) => bytes === source.bytes).map(({ path }) => path)
}

async function sized(path: string): Promise<{ path: string; bytes: number | null }> {
  const there = await stat(path).catch(() => null)
  return { path, bytes: there?.isFile() === true ? there.size : null }
}

export function dataMissing({ file, bytes }: Source): EngineError {
  return new EngineError(
    'session-data-missing',
    phrase(
      'The session is about “{file}” ({bytes, number} bytes), which is neither beside it nor where it was.',
      { file, bytes },
    ),
    phrase('Choose that file: it is known again by its content, whatever its name.'),
  )
}

export function dataChanged({ file, rows }: Source, given: string, theirs: number): EngineError {
  return new EngineError(
    'session-data-changed',
    given === file
      ? phrase(
          '“{given}” has changed since the session was saved: it has {theirs, number} rows and another content, the session was made with {rows, number} rows.',
          { given, theirs, rows },
        )
      : phrase(
          '“{given}” is not “{file}”: it has {theirs, number} rows and another content, the session was made with {rows, number} rows.',
          { given, file, theirs, rows },
        ),
    phrase('Choose the file as it was; or open this one by itself and run the fit again.'),
  )
}
