import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { DialectChoice } from '../../../../contract/schemas.ts'
import { createWorkControl } from '../../../control.ts'
import { importCsv } from '../../import.ts'

interface RealColumn {
  name: string
  type: string
  reason?: string | null
  missing?: number
  min?: number
  max?: number
  mean?: number
  bits?: string
}

interface RealTable {
  choice: DialectChoice
  rows: number
  columns: RealColumn[]
  warnings: string[]
  commentLines: number
  dialect: object
}

const folder = import.meta.dirname
const expected = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as Record<
  string,
  RealTable | { refused: string }
>
const read = (name: string, dialect: DialectChoice = {}) =>
  importCsv({ path: join(folder, name), dialect, control: createWorkControl().buffer })

/** Of the cells that are there, as IEEE 754 in little-endian order. */
function bitsOf(values: Float64Array): string {
  const present = values.filter((value) => !Number.isNaN(value))
  return createHash('sha256')
    .update(Buffer.from(present.buffer, 0, present.byteLength))
    .digest('hex')
}

const tables = Object.entries(expected).flatMap(([name, table]) =>
  'refused' in table ? [] : [{ name, table }],
)
const refusals = Object.entries(expected).flatMap(([name, table]) =>
  'refused' in table ? [{ name, code: table.refused }] : [],
)

test.each(tables)('$name is read as another program reads it, to the bit', ({ name, table }) => {
  const file = read(name, table.choice)
  expect(file).toMatchObject({ rows: table.rows, commentLines: table.commentLines, dialect: table.dialect })
  // Whether lines that the person skipped are told once more is not stated.
  const codes = file.warnings
    .map(({ code }) => code)
    .filter((code) => !table.choice.skip || code !== 'preamble')
  expect(codes.sort()).toEqual([...table.warnings].sort())
  expect(file.columns.map((column) => column.name)).toEqual(table.columns.map((column) => column.name))
  for (const [index, wanted] of table.columns.entries()) {
    const found = file.columns[index]
    if (wanted.bits === undefined) {
      expect(file.values[index]).toBeNull()
      if (wanted.reason) expect(found.reason).toContain(wanted.reason)
      continue
    }
    const { name: column, type, missing, min, max } = wanted
    expect(found).toMatchObject({ name: column, type, missing, min, max, rejected: 0, ambiguous: false })
    expect(Math.abs(found.mean! - wanted.mean!)).toBeLessThanOrEqual(1e-13 * Math.max(-min!, max!))
    expect(bitsOf(file.values[index]!)).toBe(wanted.bits)
  }
})

test.each(refusals)('$name is refused as $code', ({ name, code }) => {
  expect(() => read(name)).toThrow(expect.objectContaining({ code }))
})
