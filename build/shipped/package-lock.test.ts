import { expect, test } from 'vitest'
import { besideFolders, readLock } from './package-lock.ts'

test('what is installed beside the bundles is what dependencies need, as far as this system has it', () => {
  const packages = {
    '': { version: '1.0.0' },
    'node_modules/a': {},
    'node_modules/a-windows': {},
    'node_modules/test': { dev: true },
    'node_modules/maybe': { devOptional: true },
  }
  expect(besideFolders(packages, (folder) => folder !== 'node_modules/a-windows')).toEqual(['node_modules/a'])
})

test('of the packages here, Piscina and what it needs are beside the bundles, and nothing that only builds is', () => {
  const folders = besideFolders(readLock(`${import.meta.dirname}/../../`), () => true)
  expect(folders).toContain('node_modules/piscina')
  expect(folders.filter((folder) => !/\/(piscina|@napi-rs\/nice[\w-]*)$/.test(folder))).toEqual([])
})
