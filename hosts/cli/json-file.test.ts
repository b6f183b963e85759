import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { GivenStart } from '../../contract/schemas.ts'
import { readJson } from './json-file.ts'
import { printable } from './terminal.ts'

let folder = ''
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'basin-json-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

async function whyOf(text: string): Promise<string> {
  const path = join(folder, 'start.json')
  writeFileSync(path, text)
  return readJson(path, GivenStart, 'a start').then(
    () => 'read',
    ({ message }: Error) => message,
  )
}

test('a start of a stranger is read, or refused in one printable sentence', async () => {
  expect(await whyOf('{"labels":[1,2]}')).toBe('read')
  const hostile = [
    '\u001b]0;title\u0007',
    '{"labels":[1,"\\u001b[31m"]}',
    '{"labels":[1e999]}',
    `{"labels":${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
    '{"__proto__":{"labels":[1]}}',
    '{"weights":[1],"means":[[1]],"covariances":[[[1e999]]]}',
    'null',
    '',
  ]
  for (const text of hostile) {
    const why = await whyOf(text)
    expect(why, text.slice(0, 40)).toMatch(/^“start\.json” is not /)
    expect(printable(why)).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u)
    expect(why.length).toBeLessThan(400)
  }
  expect(Object.hasOwn(Object.prototype, 'labels')).toBe(false)
})

test.skipIf(process.platform === 'win32')('a device that never ends is refused', async () => {
  await expect(readJson('/dev/zero', GivenStart, 'a start', 1_000_000)).rejects.toMatchObject({
    code: 'too-large',
    message: '“zero” is larger than 1 MB.',
  })
})
