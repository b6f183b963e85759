import { readFileSync, writeFileSync } from 'node:fs'
import { EngineError } from '../../../../contract/errors.ts'
import type { DialectChoice } from '../../../../contract/schemas.ts'
import { createRandom } from '../../../../core/random/random.ts'
import type { ImportedFile } from '../../../tasks.ts'
import { readRows } from '../../read.ts'
import { decode } from '../encode.ts'
import { withOpened } from '../with-opened.ts'
import { randomTable, type RandomTable } from './random-table.ts'
import { writeTable, type WrittenTable } from './write-table.ts'
import { randomEncoding, randomWriting, type Writing } from './writing.ts'

/** `flagged`: the file can be read in several ways, was read in another one, and says so. */
export interface Trip {
  outcome: 'exact' | 'flagged' | 'refused' | 'wrong'
  /** Whether the import was told how the file is written. */
  told: boolean
  problem: string
  bytes: Buffer
  choice: DialectChoice
}

/** One table written in one dialect and read back. The same seed gives the same case. */
export async function roundTrip(seed: number, path: string): Promise<Trip> {
  const random = createRandom(seed)
  const encoding = randomEncoding(random)
  const table = randomTable(random, encoding === 'windows-1252')
  const writing = randomWriting(random, table, encoding)
  const written = writeTable(random, table, writing)
  const told = random.next() < 0.5
  const choice = told ? allOf(writing, table) : someOf(writing)
  writeFileSync(path, written.bytes)
  const trip = (outcome: Trip['outcome'], problem = ''): Trip => ({
    outcome,
    told,
    problem,
    bytes: written.bytes,
    choice,
  })
  const judge = (file: ImportedFile): Trip => {
    const problem = lost(table, writing, written, file)
    if (problem === null) return trip('exact')
    return trip(!told && isFlagged(file) ? 'flagged' : 'wrong', problem)
  }
  try {
    return await withOpened(path, choice, judge, 64 + 2 * random.below(512))
  } catch (thrown) {
    if (!(thrown instanceof EngineError)) throw thrown
    return trip(told ? 'wrong' : 'refused', `${thrown.code}: ${thrown.message}`)
  }
}

function allOf(writing: Writing, { columns }: RandomTable): DialectChoice {
  const [{ decimal, thousands }] = writing.formats
  return {
    ...someOf(writing),
    encoding: writing.encoding === 'utf-8 with a mark' ? 'utf-8' : (writing.encoding as 'utf-8'),
    delimiter: writing.delimiter,
    quote: writing.quote,
    decimal,
    thousands,
    header: writing.header,
    comment: writing.comments ? '#' : '',
    skip: writing.titles,
    columns: columns.map((_, index) => ({
      index,
      decimal: writing.formats[index].decimal,
      thousands: writing.formats[index].thousands,
    })),
  }
}

/** What no reader could find out. */
function someOf({ quote, missing, ownMissing }: Writing): DialectChoice {
  return { ...(quote === '"' ? {} : { quote }), ...(ownMissing ? { missing: [missing] } : {}) }
}

const FLAGS = new Set([
  ...['ambiguous-decimal', 'mixed-formats', 'mixed-units', 'rejected-cells', 'preamble', 'encoding-guessed'],
  ...['encoding', 'long-rows', 'short-rows', 'malformed-quotes', 'too-large', 'row-names'],
  'ambiguous-delimiter',
])

function isFlagged({ warnings, columns }: ImportedFile): boolean {
  return warnings.some(({ code }) => FLAGS.has(code)) || columns.some(({ ambiguous }) => ambiguous)
}

/** What did not come back as it was written; null where nothing is lost. */
function lost(
  table: RandomTable,
  writing: Writing,
  written: WrittenTable,
  file: ImportedFile,
): string | null {
  if (file.rows !== table.rows) return `${file.rows} rows instead of ${table.rows}`
  if (file.columns.length !== table.columns.length)
    return `${file.columns.length} columns instead of ${table.columns.length}`
  if (file.commentLines !== written.comments)
    return `${file.commentLines} comment lines instead of ${written.comments}`
  for (const [index, column] of table.columns.entries()) {
    const found = file.columns[index]
    const about = `column ${index + 1} (${found.name})`
    if (writing.header && found.original.trim() !== table.names[index].trim())
      return `${about} is not named ${JSON.stringify(table.names[index])}`
    const cells = column.kind === 'numbers' ? column.values : column.texts
    const missing = cells.filter((cell) => cell === null).length
    if (found.missing !== missing) return `${found.missing} missing in ${about} instead of ${missing}`
    if (found.rejected !== 0) return `${found.rejected} rejected in ${about}`
    if (column.kind === 'words') continue
    const values = file.values[index]
    if (values === null) return `${about} is ${found.type} (${found.reason})`
    const row = column.values.findIndex((value, i) => !Object.is(value ?? Number.NaN, values[i]))
    if (row >= 0) return `row ${row + 1} of ${about} is ${values[row]} instead of ${column.values[row]}`
    if (found.format && found.format.unit !== writing.formats[index].unit)
      return `unit ${JSON.stringify(found.format.unit)} of ${about} instead of ${writing.formats[index].unit}`
  }
  return misplaced(writing, written, file)
}

/** Rows whose bytes are not where the import says, or whose cells come back otherwise. */
function misplaced(writing: Writing, { rows, cells }: WrittenTable, file: ImportedFile): string | null {
  const bytes = readFileSync(file.textPath)
  const row = rows.findIndex(
    (text, i) => decode(bytes.subarray(file.rowStarts[i], file.rowEnds[i]), writing.encoding) !== text,
  )
  if (row >= 0) return `row ${row + 1} is not at its place`
  const back = readRows({
    path: file.textPath,
    from: file.rowStarts[0],
    to: file.rowEnds[file.rows - 1],
    rows: file.rows,
    columns: file.columns.length,
    dialect: file.dialect,
    blankRows: file.blankRows,
  })
  const other = cells.findIndex((texts, i) => texts.some((text, column) => back[i]?.[column] !== text))
  return other < 0 ? null : `row ${other + 1} comes back as ${JSON.stringify(back[other])}`
}
