import { expect, test } from 'vitest'
import { asRefusal, withReasons } from './file-reasons.ts'

const failure = (code: string) => Object.assign(new Error(code), { code })

test.each([
  ['ENOENT', 'file-missing', /no file/],
  ['EISDIR', 'file-is-directory', /a folder/],
  ['EACCES', 'file-unreadable', /permission/],
  ['EBUSY', 'file-unreadable', /locked/],
  ['ETIMEDOUT', 'file-unreadable', /does not answer \(ETIMEDOUT\)/],
  ['ESTALE', 'file-unreadable', /does not answer/],
  ['EMFILE', 'file-unreadable', /too many files/],
  ['EIO', 'file-unreadable', /the system says EIO/],
])('%s is a refusal of the file, in words', (code, refused, words) => {
  expect(asRefusal('data.csv', failure(code))).toMatchObject({
    code: refused,
    message: expect.stringMatching(words) as string,
    remedy: expect.stringMatching(/^[A-Z].+\.$/) as string,
  })
})

test('what is no failure of the system passes as it is', () => {
  const thrown = new TypeError('x is not a function')
  expect(() =>
    withReasons('data.csv', () => {
      throw thrown
    }),
  ).toThrow(thrown)
})
