import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBench, settingsOf, type Bench } from './fixtures/bench.ts'

let bench: Bench
beforeAll(async () => {
  bench = await openBench(1)
})
afterAll(() => bench.close())

const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')

describe('the line of a missing cell', () => {
  it.each([
    ['with plain line ends', 'a,b\n1,2\n2,\n3,4\n', 3],
    ['with Windows line ends', 'a,b\r\n1,2\r\n2,\r\n3,4\r\n', 3],
    ['behind blank lines', 'a,b\n\n1,2\n\n2,\n3,4\n', 5],
    ['behind a cell with a line end in it', 'a,b,c\n1,2,"x\ny"\n2,,z\n3,4,w\n', 4],
    ['without a header', '1,2\n2,\n3,4\n', 2],
    ['in UTF-16', utf16('ਊ,b\r\n1,2\r\n2,\r\n3,4\r\n'), 3],
    ['in UTF-16, high byte first', utf16('a,b\n1,2\n2,\n3,4\n').swap16(), 3],
  ])('is counted as an editor counts it: %s', async (_, content, line) => {
    const { dataset } = await bench.openText('lines.csv', content)
    const settings = settingsOf({ missing: 'error', components: { from: 1, to: 1 } })
    await expect(bench.engine.fit({ dataset, settings })).rejects.toMatchObject({
      code: 'missing-values',
      line,
    })
  })
})
