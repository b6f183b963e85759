import { readFile } from 'node:fs/promises'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addRow, noRows } from '../../contract/row-mask.ts'
import { openBench, settingsOf, type Bench } from '../fixtures/bench.ts'

let bench: Bench
beforeAll(async () => {
  bench = await openBench(2)
})
afterAll(() => bench.close())

let files = 0

async function exported(content: string | Uint8Array, chosen: number[], ending = 'csv') {
  const name = `case-${files++}`
  const { dataset, rows } = await bench.openText(`${name}.csv`, content)
  const mask = noRows(rows)
  for (const row of chosen) addRow(mask, row)
  const { target, path } = bench.target(`${name}-out.${ending}`)
  const view = await bench.engine.exportSelection({ dataset, mask, target })
  return { view, bytes: await readFile(path) }
}

describe('the selected rows', () => {
  it.each([
    ['plain', 'a,b\n1,2\n2,1\n3,5\n', [0, 2], 'a,b\n1,2\n3,5\n'],
    ['without a line end behind the last', 'a,b\n1,2\n2,1\n3,5', [1, 2], 'a,b\n2,1\n3,5'],
    [
      'with Windows line ends, quotes and line ends in cells',
      'a,b,"c"\r\n1,2,"x\r\ny"\r\n2,1,"say ""hi"""\r\n3,4,z\r\n',
      [0, 1],
      'a,b,"c"\r\n1,2,"x\r\ny"\r\n2,1,"say ""hi"""\r\n',
    ],
    ['with mixed line ends', 'a,b\r\n1,2\n2,1\r\n3,5\n', [0, 1], 'a,b\r\n1,2\n2,1\r\n'],
    ['without a header', '1,2\n2,1\n3,5\n', [2], '3,5\n'],
    [
      'between blank lines and comments',
      '# by hand\na,b\n1,2\n\n2,1\n# odd\n3,5\n\n',
      [0, 2],
      '# by hand\na,b\n1,2\n3,5\n',
    ],
    ['short ones', 'a,b,c\n1,2,3\n2,1\n3,5,6\n4,5,6\n5,4,7\n', [1, 4], 'a,b,c\n2,1\n5,4,7\n'],
  ])('%s are written as the file has them, and nothing else of it', async (_, content, chosen, expected) => {
    const { bytes, view } = await exported(content, chosen)
    expect(bytes.toString()).toBe(expected)
    expect(view).toMatchObject({ rows: chosen.length, bytes: bytes.length, added: [], warnings: [] })
  })

  it('of UTF-16 keep their byte order mark and both bytes of every line end', async () => {
    const text = (lines: string) => Buffer.from(`\ufeff${lines}`, 'utf16le')
    const { bytes } = await exported(text('a;b\r\n1,5;é\r\n2,5;x\r\n3,5;ж\r\n'), [0, 2])
    expect(bytes).toEqual(text('a;b\r\n1,5;é\r\n3,5;ж\r\n'))
    expect((await exported(text('a;b\r\n1,5;é\r\n2,5;x\r\n').swap16(), [1])).bytes).toEqual(
      text('a;b\r\n2,5;x\r\n').swap16(),
    )
  })

  it('of a packed file are unpacked or packed by the name they are given', async () => {
    const packed = gzipSync('a,b\n1,2\n2,1\n3,5\n')
    expect((await exported(packed, [1])).bytes.toString()).toBe('a,b\n2,1\n')
    expect(gunzipSync((await exported(packed, [1], 'csv.gz')).bytes).toString()).toBe('a,b\n2,1\n')
  })

  it('far apart in a long file are each whole', async () => {
    const lines = Array.from({ length: 120_000 }, (_, i) => `${i},${(i * 7919) % 1000},some text of row ${i}`)
    const chosen = [0, 7, 50_000, 99_999, 119_999]
    const { bytes } = await exported(`a,b,c\n${lines.join('\n')}\n`, chosen)
    expect(bytes.toString()).toBe(`a,b,c\n${chosen.map((row) => lines[row]).join('\n')}\n`)
  })

  it('get the label columns of a restart, which are those of the whole export', async () => {
    const { dataset } = await bench.openSample('old-faithful')
    const { fit, restarts } = await bench.engine.fit({ dataset, settings: settingsOf({ restarts: 1 }) })
    const labels = { fit, restart: restarts[0].id }
    const mask = noRows(272)
    for (const row of [3, 200, 271]) addRow(mask, row)
    const [some, all] = [bench.target('some.csv'), bench.target('all.csv')]
    const view = await bench.engine.exportSelection({ dataset, mask, target: some.target, labels })
    await bench.engine.exportLabels({ ...labels, target: all.target, posteriors: false })
    const whole = (await readFile(all.path, 'utf8')).split('\n')
    expect((await readFile(some.path, 'utf8')).trimEnd().split('\n')).toEqual(
      [0, 4, 201, 272].map((line) => whole[line]),
    )
    expect(view.added).toEqual(['cluster', 'uncertainty', 'log_density'])
  })

  it('are refused with clusters of another file', async () => {
    const { dataset } = await bench.openSample('old-faithful')
    const { fit, restarts } = await bench.engine.fit({ dataset, settings: settingsOf({ restarts: 1 }) })
    const other = await bench.openText('other.csv', 'a,b\n1,2\n2,1\n')
    const mask = noRows(2)
    addRow(mask, 0)
    const { target } = bench.target('other-out.csv')
    const labels = { fit, restart: restarts[0].id }
    await expect(
      bench.engine.exportSelection({ dataset: other.dataset, mask, target, labels }),
    ).rejects.toMatchObject({ code: 'invalid-input' })
  })

  it('are refused where there is none, and where they would replace the file itself', async () => {
    const { dataset } = await bench.openText('own.csv', 'a,b\n1,2\n2,1\n')
    const { target } = bench.target('own.csv')
    const mask = noRows(2)
    await expect(bench.engine.exportSelection({ dataset, mask, target })).rejects.toThrowError(
      /No row is selected/,
    )
    addRow(mask, 0)
    await expect(bench.engine.exportSelection({ dataset, mask, target })).rejects.toMatchObject({
      code: 'target-unwritable',
    })
    expect(await readFile(bench.target('own.csv').path, 'utf8')).toBe('a,b\n1,2\n2,1\n')
  })
})
