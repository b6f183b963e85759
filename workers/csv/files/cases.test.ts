import { afterAll, expect, test } from 'vitest'
import { createScratchFolder } from '../../fixtures/scratch-folder.ts'
import { CASES } from './cases.ts'
import { place } from './place.ts'
import { differences } from './differences.ts'

const scratch = createScratchFolder()
afterAll(() => scratch.remove())

test.each(CASES.filter(({ expected }) => !('refused' in expected)))('$name: reads $about', async (file) => {
  expect(await differences(file, place(scratch.path, file))).toEqual([])
})

test.each(CASES.filter(({ expected }) => 'refused' in expected))('$name: refuses $about', async (file) => {
  expect(await differences(file, place(scratch.path, file))).toEqual([])
})

test('there are 130 files at least, and no two have the same name', () => {
  expect(new Set(CASES.map(({ name }) => name)).size).toBe(CASES.length)
  expect(CASES.length).toBeGreaterThanOrEqual(130)
})
