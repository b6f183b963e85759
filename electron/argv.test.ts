import { describe, expect, it } from 'vitest'
import { fileFromArguments } from './argv.ts'

describe('the file on the command line', () => {
  it('is the first word of a packaged program', () => {
    expect(fileFromArguments(['/opt/basin', 'data.csv'], true, '/home/ana')).toBe('/home/ana/data.csv')
  })

  it('comes after the folder of the program when run from source', () => {
    expect(fileFromArguments(['electron', '--inspect=0', '.', '/tmp/a.csv'], false, '/x')).toBe('/tmp/a.csv')
  })

  it('may be written as a file address', () => {
    expect(fileFromArguments(['/opt/basin', 'file:///tmp/a%20b.csv'], true, '/x')).toBe('/tmp/a b.csv')
  })

  it('is absent when there are only switches', () => {
    expect(fileFromArguments(['/opt/basin', '--no-sandbox', ''], true, '/x')).toBeNull()
    expect(fileFromArguments(['electron', '.'], false, '/x')).toBeNull()
  })
})
