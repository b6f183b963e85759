import * as v from 'valibot'
import { whole } from './fields.ts'
import { say } from './words/say.ts'

export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const

export const decimal = v.picklist(['.', ','])
export const thousands = v.picklist(['', ',', '.', ' ', "'"])
export const mark = (most: number) => v.pipe(v.string(), v.maxLength(most))

/** How the file is to be read; what is absent is sniffed. */
export const DialectChoice = v.object({
  encoding: v.optional(v.picklist(ENCODINGS)),
  delimiter: v.optional(v.picklist([',', ';', '\t', '|', ' '])),
  quote: v.optional(v.picklist(['"', "'", ''])),
  decimal: v.optional(decimal),
  thousands: v.optional(thousands),
  header: v.optional(v.boolean()),
  comment: v.optional(mark(4)),
  missing: v.optional(
    v.pipe(v.array(mark(40)), v.maxLength(100, say('At most 100 texts can mean “missing”'))),
  ),
  skip: v.optional(whole(0, 10_000, say('Lines above the table'))),
  /** Columns whose numbers are written in another way than the rest. */
  columns: v.optional(
    v.pipe(
      v.array(v.object({ index: whole(0, 1_000_000, say('A column')), decimal, thousands })),
      v.maxLength(10_000),
    ),
  ),
})
export type DialectChoice = v.InferOutput<typeof DialectChoice>
