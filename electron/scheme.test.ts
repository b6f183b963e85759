import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PAGE_HEADERS } from '../contract/page-policy.ts'
import { answer, assetPath, isOurs } from './scheme.ts'

const get = (url: string) => ({ method: 'GET', url })
let root = ''

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'basin-scheme-'))
  writeFileSync(join(root, 'index.html'), '<!doctype html>')
})
afterAll(() => rmSync(root, { recursive: true }))

describe('addresses of the page', () => {
  it('lead to files of the built page', () => {
    expect(assetPath('app://basin/assets/a%20b.js', '/page')).toBe('/page/assets/a b.js')
    expect(assetPath('app://basin/', '/page')).toBe('/page/index.html')
  })

  it.each([
    'app://basin/../secret',
    'app://basin/%2e%2e/secret',
    'app://basin/..%2fsecret',
    'app://basin/a/..%2f..%2fsecret',
    'app://basin/..%5csecret',
    'app://basin/a%00.js',
    'app://basin/%E0%A4%A',
    'app://basin//etc/passwd',
    'app://other/index.html',
    'file:///page/index.html',
    'nonsense',
  ])('never lead outside: %s', (url) => {
    const path = assetPath(url, '/page')
    expect(path === null || path.startsWith('/page/')).toBe(true)
  })

  it('refuse what climbs with an encoded separator', () => {
    expect(assetPath('app://basin/..%2fpage-of-another/x', '/page')).toBeNull()
  })

  it('are ours only with our scheme and our host', () => {
    expect(isOurs('app://basin/x')).toBe(true)
    expect(isOurs('app://basin.evil/x')).toBe(false)
    expect(isOurs('https://basin/x')).toBe(false)
  })
})

describe('answers', () => {
  it('carry the policy of the page and the type of the file', async () => {
    const response = await answer(get('app://basin/'), root)
    expect(response.status).toBe(200)
    expect(Object.fromEntries(response.headers)).toEqual({
      ...PAGE_HEADERS,
      'content-type': 'text/html; charset=utf-8',
    })
  })

  it.each([
    ['a file that is not there', get('app://basin/none.js'), 404],
    ['a path outside', get('app://basin/..%2f..%2fetc/passwd'), 403],
    ['any other method', { method: 'POST', url: 'app://basin/' }, 405],
  ])('refuse %s, under the same policy', async (_what, request, status) => {
    const response = await answer(request, root)
    expect(response.status).toBe(status)
    expect(response.headers.get('content-security-policy')).toBe(PAGE_HEADERS['content-security-policy'])
  })
})
