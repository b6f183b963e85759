import { GROUPED_THOUSANDS } from '../../core/table/profile.ts'
import { EngineError } from '../../contract/errors.ts'
import type { Warning } from '../../contract/views.ts'
import { workControl, type WorkControl } from '../control.ts'
import type { ImportedFile, Tasks } from '../tasks.ts'
import { profileColumns } from './columns.ts'
import { cellDecoder } from './encoding.ts'
import { readHead, type Head } from './head.ts'
import { refusals } from './refusals.ts'
import { passThrough, PIECE_BYTES, type Passed } from './pass.ts'
import { collectRows, type RowCollector } from './rows.ts'
import { openSource, type Source } from './source.ts'
import { invalidUtf8, tableWarnings } from './warnings.ts'

/** Reads a delimited text file piece by piece. Refusals are EngineErrors. `pieceBytes` is even. */
export function importCsv(
  { path, dialect: choice, control: buffer }: Tasks['import-file']['input'],
  pieceBytes = PIECE_BYTES,
  source: Source = openSource(path),
): ImportedFile {
  const control = workControl(buffer)
  try {
    const head = readHead(source, choice)
    const table = collectRows({
      ...head,
      certainDecimal: choice.decimal !== undefined,
      tooWide: (line, cells, expected) => refusals.tooWide(source.name, line, cells, expected),
    })
    const passed = passThrough(source, head, table, control, pieceBytes)
    if (source.changed()) throw refusals.changed(source.name)
    return finish(source, head, table, passed, control)
  } catch (thrown) {
    // What is wrong with half a file says nothing about the whole one.
    const cancelled = thrown instanceof EngineError && thrown.code === 'cancelled'
    throw !cancelled && source.changed() ? refusals.changed(source.name) : thrown
  } finally {
    source.close()
  }
}

function finish(
  source: Source,
  head: Head,
  table: RowCollector,
  passed: Passed,
  control: WorkControl,
): ImportedFile {
  const encoding = head.encodingOpen && !passed.validUtf8 ? 'windows-1252' : head.dialect.encoding
  const decode = cellDecoder(encoding)
  if (table.rows === 0)
    throw head.dialect.header ? refusals.headerOnly(source.name) : refusals.empty(source.name)
  const collected = table.finish()
  const { shape } = collected
  const columns = profileColumns(collected, head.dialect.header, decode, () => {
    if (control.stopped()) throw refusals.cancelled()
  })
  const { profiles } = columns
  if (columns.values.every((values) => values === null)) {
    const grouped = profiles.find(({ reason }) => reason === GROUPED_THOUSANDS)
    if (grouped) throw refusals.groupedThousands(source.name, grouped.name)
    throw refusals.noNumbers(source.name, profiles.length, head.dialect.delimiter)
  }
  const warnings: Warning[] = tableWarnings(collected, head.titles, columns, passed.malformed, decode)
  if (encoding === 'utf-8' && !passed.validUtf8) warnings.push(invalidUtf8())
  control.report(source.bytes, source.bytes, table.rows)
  return {
    bytes: source.bytes,
    modified: source.modified,
    hash: passed.hash,
    textPath: source.textPath,
    compression: source.compression,
    blankLines: 0,
    commentLines: 0,
    dialect: { ...head.dialect, encoding },
    unit: head.unit,
    rows: table.rows,
    columns: profiles,
    values: columns.values,
    rowStarts: collected.starts,
    rowEnds: collected.ends,
    headerEnd: table.headerEnd,
    headerLacks: table.headerEnd === null ? 0 : shape.columns - shape.expected,
    shortRows: shape.shortRows,
    blankRows: collected.blankRows,
    rejectedCells: profiles.reduce((sum, { rejected }) => sum + rejected, 0),
    warnings,
  }
}
