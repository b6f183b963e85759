import { appendFileSync, rmSync, truncateSync } from 'node:fs'
import { afterAll, expect, test } from 'vitest'
import { createWorkControl } from '../control.ts'
import { createScratchFolder } from '../fixtures/scratch-folder.ts'
import { importCsv } from './import.ts'
import { openSource } from './source.ts'

const scratch = createScratchFolder()
afterAll(() => scratch.remove())

const rows = Array.from({ length: 100_000 }, (_, i) => `${i % 7},"${(i * i) % 11}"\n`).join('')

/** Imports a file to which something happens once its table is being read. */
function importWhile(change: (path: string) => void): () => unknown {
  const path = scratch.write(`a,b\n${rows}`)
  const source = openSource(path)
  let reads = 0
  const control = createWorkControl().buffer
  const changing = {
    ...source,
    read(from: number, into: Uint8Array) {
      if (++reads === 4) change(path)
      return source.read(from, into)
    },
  }
  return () => importCsv({ path, dialect: {}, control }, 1 << 16, changing)
}

test.each([
  ['cut short inside a quoted cell', (path: string) => truncateSync(path, 300_003)],
  ['cut to nothing', (path: string) => truncateSync(path, 0)],
  ['written to', (path: string) => appendFileSync(path, '1,2\n')],
  ...(process.platform === 'win32' ? [] : [['deleted', (path: string) => rmSync(path)] as const]),
] as const)('a file that is %s while it is read is refused as changed', (_, change) => {
  expect(importWhile(change)).toThrow(expect.objectContaining({ code: 'file-changed' }))
})

test('a file that nobody touches is read', () => {
  expect(importWhile(() => undefined)()).toMatchObject({ rows: 100_000 })
})
