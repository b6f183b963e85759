import { describe, expect, it } from 'vitest'
import { filesFromArguments } from './argv.ts'

describe('the files on the command line', () => {
  it('are all words of a packaged program that are no switches', () => {
    const words = ['/opt/basin', 'data.csv', '--no-sandbox', '/tmp/b.csv', 'c.basin']
    expect(filesFromArguments(words, true, '/home/ana')).toEqual([
      '/home/ana/data.csv',
      '/tmp/b.csv',
      '/home/ana/c.basin',
    ])
  })

  it('come after the folder of the program when run from source', () => {
    const words = ['electron', '--inspect=0', '.', '/tmp/a.csv', 'b.csv']
    expect(filesFromArguments(words, false, '/x')).toEqual(['/tmp/a.csv', '/x/b.csv'])
  })

  it('may be written as file addresses', () => {
    const words = ['/opt/basin', 'file:///tmp/a%20b.csv', 'file:///tmp/c.csv']
    expect(filesFromArguments(words, true, '/x')).toEqual(['/tmp/a b.csv', '/tmp/c.csv'])
  })

  it('are none the fewer for an address that names no file here', () => {
    const words = ['/opt/basin', 'file:///tmp/%zz.csv', 'file:///tmp/c.csv']
    expect(filesFromArguments(words, true, '/x')).toEqual(['/x/file:/tmp/%zz.csv', '/tmp/c.csv'])
  })

  it('are none when there are only switches', () => {
    expect(filesFromArguments(['/opt/basin', '--no-sandbox', ''], true, '/x')).toEqual([])
    expect(filesFromArguments(['electron', '.'], false, '/x')).toEqual([])
  })
})
