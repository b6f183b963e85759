import { EngineError } from '../../contract/errors.ts'
import type { DialectChoice } from '../../contract/schemas.ts'
import type { Dialect, Warning } from '../../contract/views.ts'
import { workControl, type WorkControl } from '../control.ts'
import type { ImportedFile, Tasks } from '../tasks.ts'
import { profileColumns, type ProfiledColumns } from './columns.ts'
import { cellDecoder } from './encoding.ts'
import { assumedFormat, formatsOfColumns, type FormatsOfColumns } from './formats.ts'
import { readHead, type Head } from './head.ts'
import { inOneBlock } from './one-block.ts'
import { refusals, type NearestToNumbers } from './refusals.ts'
import { passThrough, PIECE_BYTES, type Passed } from './pass.ts'
import { collectRows, type RowCollector, type RowRules } from './rows.ts'
import { openSource, type Source } from './source.ts'
import { textWarnings } from './text-warnings.ts'
import { tableWarnings } from './warnings.ts'

/** Reads a delimited text file piece by piece. Refusals are EngineErrors. `pieceBytes` is even. */
export function importCsv(
  { path, dialect: choice, control: buffer }: Tasks['import-file']['input'],
  pieceBytes = PIECE_BYTES,
  source: Source = openSource(path),
): ImportedFile {
  const control = workControl(buffer)
  try {
    const head = readHead(source, choice)
    const read = (formatOf: RowRules['formatOf']): Reading => {
      const table = collectRows({
        ...head,
        formatOf,
        tooWide: (line, cells, expected) => refusals.tooWide(source.name, line, cells, expected),
      })
      const passed = passThrough(source, head, table, control, pieceBytes)
      if (source.changed()) throw refusals.changed(source.name)
      return { table, passed }
    }
    return finish(source, head, readAsDecided(read, choice, head.dialect), control)
  } catch (thrown) {
    // What is wrong with half a file says nothing about the whole one.
    const cancelled = thrown instanceof EngineError && thrown.code === 'cancelled'
    throw !cancelled && source.changed() ? refusals.changed(source.name) : thrown
  } finally {
    source.close()
  }
}

interface Reading {
  table: RowCollector
  passed: Passed
}

interface DecidedReading extends Reading {
  decided: FormatsOfColumns
}

/** Reads a second time, with the formats that all cells together decided, where that changes a cell. */
function readAsDecided(
  read: (formatOf: RowRules['formatOf']) => Reading,
  choice: DialectChoice,
  dialect: Dialect,
): DecidedReading {
  const assumed = (column: number) => assumedFormat(choice, dialect.decimal, column)
  const first = (): { decided: FormatsOfColumns; reading: Reading | null } => {
    const reading = read(assumed)
    const decided = formatsOfColumns(reading.table.tallies, choice, dialect)
    // Not kept while the file is read again: two tables would be in memory.
    return { decided, reading: decided.readAgain ? null : reading }
  }
  const { decided, reading } = first()
  return { ...(reading ?? read((column) => decided.formats[column] ?? assumed(column))), decided }
}

function finish(
  source: Source,
  head: Head,
  { table, passed, decided }: DecidedReading,
  control: WorkControl,
): ImportedFile {
  const encoding = head.encodingOpen && !passed.validUtf8 ? 'windows-1252' : head.dialect.encoding
  const decode = cellDecoder(encoding)
  if (table.rows === 0)
    throw head.dialect.header ? refusals.headerOnly(source.name) : refusals.empty(source.name)
  const collected = table.finish()
  const { shape } = collected
  const columns = profileColumns(collected, {
    header: head.dialect.header,
    formats: decided.formats,
    decode,
    next() {
      if (control.stopped()) throw refusals.cancelled()
    },
  })
  const { profiles } = columns
  if (columns.values.every((values) => values === null)) {
    throw refusals.noNumbers(source.name, profiles.length, head.dialect.delimiter, nearestToNumbers(columns))
  }
  const blankLines = collected.blankRows ? { count: 0, firstLine: 0 } : passed.blankLines
  const warnings: Warning[] = [
    ...tableWarnings(collected, head.titles, columns, passed.malformed, decode),
    ...textWarnings({
      comments: passed.comments,
      mark: head.dialect.comment,
      blankLines,
      ambiguousDelimiter: head.ambiguousDelimiter ? profiles.length : null,
      guessedEncoding: encoding !== head.dialect.encoding,
      invalidUtf8: encoding === 'utf-8' && !passed.validUtf8,
    }),
  ]
  control.report(source.bytes, source.bytes, table.rows)
  return {
    bytes: source.bytes,
    modified: source.modified,
    touched: source.touched,
    hash: passed.hash,
    textPath: source.textPath,
    compression: source.compression,
    blankLines: blankLines.count,
    commentLines: passed.comments.count,
    dialect: { ...head.dialect, ...decided.marks, encoding },
    unit: head.unit,
    rows: table.rows,
    columns: profiles,
    values: inOneBlock(columns.values),
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

function nearestToNumbers({ profiles, counts }: ProfiledColumns): NearestToNumbers | null {
  let nearest: NearestToNumbers | null = null
  counts.forEach(({ numbers, others, rejects }, index) => {
    const present = numbers + others
    if (numbers === 0 || (nearest && numbers * nearest.present <= nearest.numbers * present)) return
    nearest = { name: profiles[index].name, numbers, present, line: rejects[0].line }
  })
  return nearest
}
