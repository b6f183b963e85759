import { EngineError } from '../../../contract/errors.ts'
import type { ColumnProfile, RejectReason, Warning } from '../../../contract/views.ts'
import type { ImportedFile } from '../../tasks.ts'
import type { Accepted, CsvFile, ExpectedColumn, ExpectedWarning, Refused } from './csv-file.ts'
import { withOpened } from './with-opened.ts'

/** What came out otherwise than it is owed, a sentence each; empty where all is well. */
export async function differences({ choice = {}, expected }: CsvFile, path: string): Promise<string[]> {
  try {
    return await withOpened(path, choice, (file) =>
      'refused' in expected ? ofRefusal(expected, file) : ofTable(expected, file),
    )
  } catch (thrown) {
    if (!(thrown instanceof EngineError)) throw thrown
    if ('refused' in expected) return ofRefusal(expected, thrown)
    return [`refused as ${thrown.code}: ${thrown.message}`]
  }
}

function ofRefusal({ refused, line, words }: Refused, outcome: ImportedFile | EngineError): string[] {
  if (!(outcome instanceof EngineError)) {
    const columns = outcome.columns.map(({ name, type }) => `${name} (${type})`).join(', ')
    return [`opened with ${outcome.rows} rows of ${columns} instead of refused as ${refused}`]
  }
  return [
    ...unlike('code', outcome.code, refused),
    ...(line === undefined ? [] : unlike('line of the refusal', outcome.line, line)),
    ...(words?.test(outcome.message) === false
      ? [`the refusal “${outcome.message}” lacks ${String(words)}`]
      : []),
    ...(/^[A-Z].+\.$/.test(outcome.remedy) ? [] : [`the remedy is “${outcome.remedy}”`]),
  ]
}

function ofTable(expected: Accepted, found: ImportedFile): string[] {
  const { dialect = {}, columns, commentLines, blankLines, compression = null } = expected
  return [
    ...unlike('rows', found.rows, expected.rows),
    ...Object.entries(dialect).flatMap(([key, value]) =>
      unlike(key, found.dialect[key as keyof typeof found.dialect], value),
    ),
    ...unlike('compression', found.compression, compression),
    ...(commentLines === undefined ? [] : unlike('comment lines', found.commentLines, commentLines)),
    ...(blankLines === undefined ? [] : unlike('blank lines', found.blankLines, blankLines)),
    ...unlike(
      'columns',
      found.columns.map(({ name }) => name),
      columns.map(({ name }) => name),
    ),
    ...columns.flatMap((column, i) =>
      found.columns[i] ? ofColumn(column, found.columns[i], found.values[i]) : [],
    ),
    ...ofWarnings(expected, found.warnings),
  ]
}

function ofColumn(expected: ExpectedColumn, found: ColumnProfile, values: Float64Array | null): string[] {
  const { name, cells, ambiguous, missing, original, format = {}, reason } = expected
  const about = (what: string) => `${what} of “${name}”`
  const isWords = found.type === 'text' || found.type === 'identifier'
  return [
    ...(expected.type === 'words' && isWords ? [] : unlike(about('type'), found.type, expected.type)),
    ...(cells === null ? [] : ofCells(name, cells, found, values)),
    ...(missing === undefined ? [] : unlike(about('missing'), found.missing, missing)),
    ...(ambiguous === undefined ? [] : unlike(about('ambiguous'), found.ambiguous, ambiguous)),
    ...(original === undefined ? [] : unlike(about('original'), found.original, original)),
    ...Object.entries(format).flatMap(([key, value]) =>
      unlike(about(key), found.format?.[key as keyof typeof found.format], value),
    ),
    ...(reason?.test(found.reason) === false ? [`${about('reason')} is “${found.reason}”`] : []),
  ]
}

function ofCells(
  name: string,
  cells: NonNullable<ExpectedColumn['cells']>,
  found: ColumnProfile,
  values: Float64Array | null,
): string[] {
  const wanted = cells.map((cell) => (typeof cell === 'number' ? cell : Number.NaN))
  const rejectedBy: Partial<Record<RejectReason, number>> = {}
  for (const cell of cells) if (typeof cell === 'string') rejectedBy[cell] = (rejectedBy[cell] ?? 0) + 1
  const { min, max, mean } = summary(cells)
  const about = (what: string) => `${what} of “${name}”`
  const row = wanted.findIndex((value, i) => !Object.is(value, values?.[i]))
  return [
    ...(row < 0 ? [] : unlike(`value ${row + 1} of “${name}”`, values?.[row], wanted[row])),
    ...unlike(about('min'), withoutSign(found.min), withoutSign(min)),
    ...unlike(about('max'), withoutSign(found.max), withoutSign(max)),
    ...(isNear(found.mean, mean, min, max) ? [] : unlike(about('mean'), found.mean, mean)),
    ...unlike(about('missing'), found.missing, cells.filter((cell) => cell === null).length),
    ...unlike(about('rejected'), found.rejected, cells.filter((cell) => typeof cell === 'string').length),
    ...unlike(about('reasons of rejection'), withoutZeros(found.rejectedBy), rejectedBy),
    ...unlike(
      about('rejects'),
      found.rejects.map(({ row, reason }) => `${row} ${reason}`),
      cells.flatMap((cell, i) => (typeof cell === 'string' ? [`${i} ${cell}`] : [])),
    ),
  ]
}

/** Of the cells that are numbers. */
export function summary(cells: readonly unknown[]): {
  min: number | null
  max: number | null
  mean: number | null
} {
  const present = cells.filter((cell) => typeof cell === 'number')
  if (present.length === 0) return { min: null, max: null, mean: null }
  const mean = present.reduce((sum, value) => sum + value / present.length, 0)
  return { min: Math.min(...present), max: Math.max(...present), mean }
}

/** Near in proportion to the column's largest number: a mean of numbers that cancel has few digits of its own. */
function isNear(
  found: number | null,
  wanted: number | null,
  min: number | null,
  max: number | null,
): boolean {
  if (found === null || wanted === null || min === null || max === null) return found === wanted
  return Math.abs(found - wanted) <= 1e-13 * Math.max(-min, max)
}

/** Which of two zeros is the smaller one is not stated. */
function withoutSign(value: number | null): number | null {
  return value === 0 ? 0 : value
}

function withoutZeros(counts: Partial<Record<RejectReason, number>>): Partial<Record<RejectReason, number>> {
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0))
}

function ofWarnings({ warnings, perhaps = [] }: Accepted, found: Warning[]): string[] {
  const open = [...found]
  const missing = warnings.filter((wanted) => {
    const at = open.findIndex((warning) => isLike(wanted, warning))
    if (at >= 0) open.splice(at, 1)
    return at < 0
  })
  return [
    ...missing.map((wanted) => `no warning ${JSON.stringify(wanted)}`),
    ...open.flatMap((warning) =>
      perhaps.includes(warning.code) ? [] : [`a warning that is not owed: ${JSON.stringify(warning)}`],
    ),
  ]
}

function isLike(wanted: ExpectedWarning, found: Warning): boolean {
  return Object.entries(wanted).every(([key, value]) => found[key as keyof Warning] === value)
}

function unlike(what: string, found: unknown, wanted: unknown): string[] {
  const [is, should] = [show(found), show(wanted)]
  return is === should ? [] : [`${what}: ${is} instead of ${should}`]
}

function show(value: unknown): string {
  if (typeof value === 'number') return Object.is(value, -0) ? '-0' : String(value)
  return JSON.stringify(value) ?? 'nothing'
}
