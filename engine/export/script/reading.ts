import type { Transform } from '../../../core/table/derive.ts'
import type { NumberFormat } from '../../../contract/views.ts'
import { ownColumns } from '../../columns.ts'
import type { Dataset } from '../../datasets.ts'

/** How a script reads the columns of a fit. */
export interface Reading {
  file: string
  gzip: boolean
  encoding: string
  delimiter: string
  quote: string
  comment: string
  missing: string[]
  skip: number
  header: boolean
  /** Cells of the widest row. */
  width: number
  columns: ReadColumn[]
}

export interface ReadColumn {
  /** Which cell of a row it is, 0-based. */
  position: number
  /** As the header writes it; null where the file has no header or no cell for it. */
  name: string | null
  /** Which cell of the header that is, 0-based: with names of rows the header has one cell fewer. */
  place: number
  format: NumberFormat
  /** What is made of its numbers; null where they are used as they are. */
  transform: Transform | null
}

/** How Basin has read these columns of a file. */
export function readingOf({ name, file }: Dataset, positions: readonly number[]): Reading {
  const { dialect, columns, warnings } = file
  const shift = warnings.some(({ code }) => code === 'row-names') ? 1 : 0
  const plain = { decimal: dialect.decimal, thousands: dialect.thousands, unit: '' }
  return {
    file: name,
    gzip: file.compression === 'gzip',
    encoding: dialect.encoding,
    delimiter: dialect.delimiter,
    quote: dialect.quote,
    comment: dialect.comment,
    missing: dialect.missing,
    skip: dialect.skip,
    header: dialect.header,
    width: ownColumns({ file }),
    columns: positions.map((position) => {
      const { derived } = columns[position]
      const source = derived?.of ?? position
      const { original, format } = columns[source]
      const place = source - shift
      const named = dialect.header && original !== '' && place >= 0
      return {
        position: source,
        name: named ? original : null,
        place,
        format: format ?? plain,
        transform: derived?.transform ?? null,
      }
    }),
  }
}

/** Whether every column's numbers are digits with a decimal point at most. */
export function isPlain({ columns }: Reading): boolean {
  return columns.every(({ format: { decimal, thousands, unit } }) => {
    return decimal === '.' && thousands === '' && unit === ''
  })
}

/** The places, among the chosen columns, of those whose logarithm is used. */
export function logged({ columns }: Reading): number[] {
  return columns.flatMap(({ transform }, at) => (transform === 'log' ? [at] : []))
}

/** The texts that mean “no value”, in lower case, the empty one among them. */
export function missingTexts({ missing }: Reading): string[] {
  return [...new Set(['', ...missing.map((text) => text.trim().toLowerCase())])]
}
