import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { createWorkControl } from '../control.ts'
import { importCsv } from './import.ts'

const folder = mkdtempSync(join(tmpdir(), 'basin-wide-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('names that take more than the first part of a file are still names', () => {
  const columns = Array.from({ length: 2000 }, (_, column) => `${'measured '.repeat(16)}${column}`)
  const row = (by: number) => columns.map((_, column) => (column * by) % 1000).join(',')
  const path = join(folder, 'wide.csv')
  writeFileSync(path, [columns.join(','), row(3), row(7), ''].join('\n'))
  const table = importCsv({ path, dialect: {}, control: createWorkControl().buffer })
  expect(table.dialect.header).toBe(true)
  expect(table.rows).toBe(2)
  expect(table.columns.at(-1)).toMatchObject({ name: columns[1999], type: 'numeric', min: 993, max: 997 })
})
