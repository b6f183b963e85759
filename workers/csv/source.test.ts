import { spawnSync } from 'node:child_process'
import { appendFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { createScratchFolder } from '../fixtures/scratch-folder.ts'
import { openSource } from './source.ts'

const scratch = createScratchFolder()
afterAll(() => scratch.remove())

test('a file that grows after it was opened has changed', () => {
  const path = scratch.write('a,b\n1,2\n')
  const source = openSource(path)
  expect(source.changed()).toBe(false)
  appendFileSync(path, '3,4\n')
  expect(source.changed()).toBe(true)
  source.close()
})

test('reading past the end gives what there is', () => {
  const source = openSource(scratch.write('abcdef'))
  const into = Buffer.alloc(4)
  expect(source.read(4, into)).toBe(2)
  expect(into.toString('latin1', 0, 2)).toBe('ef')
  source.close()
})

test.skipIf(process.platform === 'win32')('a file that is deleted or replaced has changed', () => {
  for (const change of [
    (path: string) => rmSync(path),
    (path: string) => {
      writeFileSync(`${path}.new`, 'a,b\n1,2\n')
      renameSync(`${path}.new`, path)
    },
  ]) {
    const path = scratch.write('a,b\n1,2\n')
    const source = openSource(path)
    change(path)
    expect(source.changed()).toBe(true)
    source.close()
  }
})

test.skipIf(process.platform === 'win32')('a pipe is refused without waiting for its writer', () => {
  const path = join(scratch.path, 'pipe.csv')
  spawnSync('mkfifo', [path])
  expect(() => openSource(path)).toThrow(expect.objectContaining({ code: 'file-unreadable' }))
})
