import type { Checked } from '../../contract/schemas.ts'
import type { DialectChoice } from '../../contract/schemas.ts'
import type { SessionDocument, StoredFit } from '../../contract/session-document.ts'
import type { Role } from '../../contract/views.ts'
import { ownColumns } from '../columns.ts'
import type { Dataset } from '../datasets.ts'
import type { Reached } from '../fits/run.ts'
import { SESSION_VERSION } from './migrate.ts'

/** What is open as a session: everything but the rows of the data, and where they lie. */
export function sessionOf(
  dataset: Dataset,
  fits: readonly Reached[],
  { view }: Pick<Checked<'saveSession'>, 'view'>,
  version: string,
  now = new Date(),
): SessionDocument {
  const derived = dataset.file.columns.flatMap((column) => column.derived ?? [])
  return {
    format: 'basin.session',
    version: SESSION_VERSION,
    writer: `Basin ${version}`,
    saved: now.toISOString(),
    source: {
      file: dataset.name,
      bytes: dataset.file.bytes,
      sha256: dataset.file.hash,
      rows: dataset.file.rows,
      columns: dataset.file.columns.slice(0, ownColumns(dataset)).map(({ name }) => name),
      ...(derived.length > 0 && { derived }),
      dialect: dialectOf(dataset),
      roles: dataset.roles as Record<number, Role>,
    },
    // Their sizes and statuses are typed more narrowly there.
    fits: fits as unknown as StoredFit[],
    view,
  }
}

/** How the file was read, with nothing left to be detected. */
function dialectOf(dataset: Dataset): DialectChoice {
  const { dialect, columns } = dataset.file
  const { decimal, thousands } = dialect
  const others = columns
    .slice(0, ownColumns(dataset))
    .flatMap(({ index, format }) =>
      format !== null && (format.decimal !== decimal || format.thousands !== thousands)
        ? [{ index, decimal: format.decimal, thousands: format.thousands }]
        : [],
    )
  return { ...(dialect as DialectChoice), ...(others.length > 0 && { columns: others }) }
}
