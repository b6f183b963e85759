import { EngineError } from '../contract/errors.ts'
import type { DialectChoice } from '../contract/schemas.ts'
import type { Remembered, Warning } from '../contract/views.ts'
import { phrase, told } from '../contract/words/say.ts'
import type { ImportedFile } from '../workers/tasks.ts'
import { dropText } from '../workers/text-copy.ts'

/** A file as it was read, and what of the choices remembered has been applied. */
export interface Recalled {
  file: ImportedFile
  remembered: Remembered | null
  warnings: Warning[]
}

/** Reads a file the way that was chosen the last time; choices that no longer fit are dropped, and that is said. */
export async function readRecalled(
  known: Remembered | null,
  read: (dialect: DialectChoice) => Promise<ImportedFile>,
): Promise<Recalled> {
  if (known === null) return { file: await read({}), remembered: null, warnings: [] }
  const file = await read(known.dialect).catch(ignoreRefusal)
  if (file !== null && fits(known, file.columns.length)) return { file, remembered: known, warnings: [] }
  if (file !== null) dropText(file)
  return { file: await read({}), remembered: null, warnings: [DROPPED] }
}

const DROPPED: Warning = {
  code: 'choices-dropped',
  ...told(
    phrase(
      'What was chosen for this file the last time no longer fits what it holds, so it was read anew: look at the import options.',
    ),
  ),
}

function ignoreRefusal(thrown: unknown): null {
  if (thrown instanceof EngineError && thrown.code !== 'cancelled') return null
  throw thrown
}

function fits({ dialect, roles }: Remembered, columns: number): boolean {
  const named = [...(dialect.columns ?? []).map(({ index }) => index), ...Object.keys(roles).map(Number)]
  return named.every((index) => index < columns)
}
