import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { createScratchFolder } from './fixtures/scratch-folder.ts'
import { createTextFolder, dropText, sweepTexts } from './text-copy.ts'

const scratch = createScratchFolder()
afterAll(() => scratch.remove())

test('the texts of processes that are gone are swept away, and nothing else', () => {
  const own = createTextFolder(scratch.path)
  const gone = spawnSync(process.execPath, ['--version']).pid
  const left = join(scratch.path, basename(own).replace(`-${process.pid}-`, `-${gone}-`))
  renameSync(createTextFolder(scratch.path), left)
  writeFileSync(join(left, 'text'), 'a,b\n')
  const other = join(scratch.path, `basin-text-00000000-${gone}-abc`)
  mkdirSync(other)
  sweepTexts(scratch.path)
  expect([own, left, other].map((folder) => existsSync(folder))).toEqual([true, false, true])
})

test('a file that is not packed is never deleted', () => {
  const path = scratch.write('a,b\n1,2\n')
  dropText({ compression: null, textPath: path })
  expect(existsSync(path)).toBe(true)
})
