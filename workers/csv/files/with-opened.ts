import { dirname } from 'node:path'
import type { DialectChoice } from '../../../contract/schemas.ts'
import { createWorkControl } from '../../control.ts'
import type { ImportedFile } from '../../tasks.ts'
import { dropTextFolder } from '../../text-copy.ts'
import { openCsv } from '../open.ts'

/** What `use` makes of an opened file, whose unpacked copy, if there is one, is gone afterwards. */
export async function withOpened<T>(
  path: string,
  dialect: DialectChoice,
  use: (file: ImportedFile) => T,
  pieceBytes?: number,
): Promise<T> {
  const file = await openCsv({ path, dialect, control: createWorkControl().buffer }, pieceBytes)
  try {
    return use(file)
  } finally {
    if (file.compression !== null) dropTextFolder(dirname(file.textPath))
  }
}
