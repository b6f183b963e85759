import { describe, expect, it } from 'vitest'
import { createGrants } from './grants.ts'

describe('grants', () => {
  it('stand for a path by an id that does not tell it', () => {
    const grants = createGrants()
    const file = grants.addFile('/home/ada/secret/data.csv')
    expect(file.name).toBe('data.csv')
    expect(file.grant).not.toMatch(/secret|data/)
    expect(grants.file(file.grant)).toBe('/home/ada/secret/data.csv')
  })

  it('take an id that was made elsewhere', () => {
    const grants = createGrants()
    expect(grants.addTarget('/tmp/out.csv', 'abc')).toEqual({ target: 'abc', name: 'out.csv' })
    expect(grants.target('abc')).toBe('/tmp/out.csv')
  })

  it('to read are not grants to write, nor the other way round', () => {
    const grants = createGrants()
    const { grant } = grants.addFile('/tmp/in.csv')
    const { target } = grants.addTarget('/tmp/out.csv')
    expect(() => grants.target(grant)).toThrowError(expect.objectContaining({ code: 'unknown-id' }))
    expect(() => grants.file(target)).toThrowError(expect.objectContaining({ code: 'unknown-id' }))
  })
})
