import { expect, test } from 'vitest'
import { planDistribution } from './distribution.ts'

const signing = (platform: string, env: Record<string, string>) => planDistribution(platform, env).signing
const key = { APPLE_API_KEY: 'k', APPLE_API_KEY_ID: 'i', APPLE_API_ISSUER: 'u' }

test.each([
  ['win32', {}, 'unsigned: no certificate in WIN_CSC_LINK or CSC_LINK'],
  ['win32', { CSC_LINK: ' ' }, 'unsigned: no certificate in WIN_CSC_LINK or CSC_LINK'],
  ['win32', { CSC_LINK: 'c' }, 'signed with the certificate in CSC_LINK'],
  ['win32', { CSC_LINK: 'c', WIN_CSC_LINK: 'w' }, 'signed with the certificate in WIN_CSC_LINK'],
  ['darwin', key, 'unsigned: no certificate in CSC_LINK or CSC_NAME'],
  ['darwin', { CSC_LINK: 'c', ...key }, 'signed with the certificate in CSC_LINK, and notarised'],
  ['linux', { CSC_LINK: 'c' }, 'unsigned: AppImage and deb carry no signature of their own'],
])('on %s with %j it says: %s', (platform, env, line) => {
  expect(signing(platform, env)).toBe(line)
})

test('half a set of Apple’s secrets does not notarise, and does not fail', () => {
  const { signing: line, parameters } = planDistribution('darwin', { CSC_LINK: 'c', APPLE_ID: 'a' })
  expect(line).toContain('not notarised')
  expect(parameters).toEqual(['-c.forceCodeSigning=true', '-c.mac.notarize=false'])
})

test('an installer that is not signed says so in its name, and one that must be signed fails otherwise', () => {
  for (const platform of ['win32', 'darwin']) {
    expect(planDistribution(platform, {}).parameters.join(' ')).toContain('-unsigned.')
    const signed = planDistribution(platform, { CSC_LINK: 'c', ...key }).parameters
    expect(signed).toEqual(['-c.forceCodeSigning=true'])
  }
})

test('an empty secret does not reach electron-builder', () => {
  expect(planDistribution('darwin', { CSC_LINK: '', CSC_NAME: 'n' }).without).toContain('CSC_LINK')
  expect(planDistribution('darwin', { CSC_LINK: '', CSC_NAME: 'n' }).without).not.toContain('CSC_NAME')
})

test('updates come from the one address that was given, and from nowhere without one', () => {
  expect(planDistribution('linux', {}).parameters).toEqual([])
  const { parameters, updates } = planDistribution('linux', {
    BASIN_UPDATE_FEED: 'https://example.org/basin/',
  })
  expect(parameters).toEqual(['-c.publish.provider=generic', '-c.publish.url=https://example.org/basin/'])
  expect(updates).toBe('updates are looked for at https://example.org/basin/')
  for (const wrong of ['http://example.org/', 'example.org'])
    expect(() => planDistribution('linux', { BASIN_UPDATE_FEED: wrong })).toThrow('not an https address')
})

test('a program for macOS without a certificate has no updates, and says so', () => {
  const feed = { BASIN_UPDATE_FEED: 'https://example.org/basin/' }
  const unsigned = planDistribution('darwin', feed)
  expect(unsigned.updates).toBe(
    'no updates, though BASIN_UPDATE_FEED has an address: macOS renews no program without a certificate',
  )
  expect(unsigned.parameters.join(' ')).not.toContain('publish')
  for (const certificate of [{ CSC_LINK: 'c' }, { CSC_NAME: 'n' }]) {
    const signed = planDistribution('darwin', { ...feed, ...certificate })
    expect(signed.updates).toBe('updates are looked for at https://example.org/basin/')
    expect(signed.parameters).toContain('-c.publish.url=https://example.org/basin/')
  }
})
