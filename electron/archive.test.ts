import { expect, test } from 'vitest'
import { besideArchive } from './archive.ts'

test.each([
  ['/opt/Basin/resources/app.asar/out/samples', '/opt/Basin/resources/app.asar.unpacked/out/samples'],
  [
    'C:\\Basin\\resources\\app.asar\\out\\electron\\engine.js',
    'C:\\Basin\\resources\\app.asar.unpacked\\out\\electron\\engine.js',
  ],
  ['/home/app.asar/resources/app.asar/out', '/home/app.asar/resources/app.asar.unpacked/out'],
])('%j, in the archive, is looked for at %j', (path, beside) => {
  expect(besideArchive(path)).toBe(beside)
})

test.each([
  '/opt/basin/out/samples',
  '/opt/resources/app.asar.unpacked/out/samples',
  '/home/my-app.asar/out/samples',
  '/home/app.asar-old/out/samples',
])('%j is in no archive and stays', (path) => {
  expect(besideArchive(path)).toBe(path)
})
