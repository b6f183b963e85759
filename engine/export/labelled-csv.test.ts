import { readdir, readFile } from 'node:fs/promises'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBench, settingsOf, type Bench } from '../fixtures/bench.ts'

let bench: Bench
beforeAll(async () => {
  bench = await openBench(2)
})
afterAll(() => bench.close())

let files = 0

/** Fits one component to the file's first two columns and exports it; the bytes written and what was said of them. */
async function exported(
  content: string | Uint8Array,
  posteriors = false,
  components = 1,
  columns = [0, 1],
  { spreadsheetSafe = false, ending = 'csv' } = {},
) {
  const name = `case-${files++}`
  const { dataset } = await bench.openText(`${name}.csv`, content)
  const settings = settingsOf({
    columns,
    components: { from: components, to: components },
    restarts: 1,
    regularisation: { kind: 'relative', value: 1e-6 },
  })
  const { fit, solutions } = await bench.engine.fit({ dataset, settings })
  const { target, path } = bench.target(`${name}-out.${ending}`)
  const restart = solutions[0].restarts[0]
  const view = await bench.engine.exportLabels({ fit, restart, target, posteriors, spreadsheetSafe })
  return { view, bytes: await readFile(path), path }
}

/** The text with the last `count` cells of every line taken away. */
const without = (text: string, delimiter: string, count: number, lineEnd: RegExp) =>
  text.replace(
    new RegExp(`(?:\\${delimiter}[^\\${delimiter}\\r\\n]*){${count}}(?=${lineEnd.source})`, 'g'),
    '',
  )

describe('the labelled file', () => {
  it('is the input with three columns more', async () => {
    const { view, bytes } = await exported('a,b\n1,2\n2,1\n3,5\n')
    const lines = bytes.toString().split('\n')
    expect(lines[0]).toBe('a,b,cluster,uncertainty,log_density')
    expect(lines[1]).toMatch(/^1,2,1,0,-\d+\.\d+$/)
    expect(view).toMatchObject({
      rows: 3,
      bytes: bytes.length,
      added: ['cluster', 'uncertainty', 'log_density'],
    })
  })

  it.each([
    [
      'windows line ends and quoted cells with line ends in them',
      'a,b,"c"\r\n1,2,"x\r\ny"\r\n2,1,"say ""hi"""\r\n3,4,z\r\n',
    ],
    ['no line end behind the last row', 'a,b\n1,2\n2,1\n3,4'],
    ['blank lines', 'a,b\n\n1,2\n\n2,1\n3,4\n\n'],
    ['spaces, signs and zeros that mean nothing', 'a, b\n 1 ,+2.500\n2,1e0\n3,4\n'],
    ['a byte order mark', '\ufeffa,b\n1,2\n2,1\n3,4\n'],
    ['letters beyond ASCII', 'ä,b,ñ\n1,2,日本\n2,1,é\n3,4,\n'],
  ])('leaves every byte of the input as it is: %s', async (_, content) => {
    const { bytes } = await exported(content)
    expect(without(bytes.toString(), ',', 3, /\r?\n|$/)).toBe(content)
  })

  it('writes numbers as the file does: semicolons and decimal commas', async () => {
    const content = 'a;b\n1,5;2\n2,25;1\n3,5;4\n'
    const { bytes } = await exported(content)
    const lines = bytes.toString().split('\n')
    expect(lines[1]).toMatch(/^1,5;2;1;0;-\d+,\d+$/)
    expect(without(bytes.toString(), ';', 3, /\n|$/)).toBe(content)
  })

  it.each([
    ['utf-16le', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['utf-16be', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
  ])('keeps the encoding: %s', async (encoding, encode) => {
    const content = 'ä,b\r\n1,2\r\n2,1\r\n3,4\r\n'
    const { bytes } = await exported(encode(content))
    const text = new TextDecoder(encoding).decode(bytes)
    expect(text.startsWith('ä,b,cluster,uncertainty,log_density\r\n1,2,1,0,-')).toBe(true)
    expect(without(text, ',', 3, /\r\n|$/)).toBe(content)
  })

  it('keeps windows-1252', async () => {
    const { bytes } = await exported(Buffer.from('gr\u00f6\u00dfe,b\n1,2\n2,1\n3,4\n', 'latin1'))
    expect(bytes.toString('latin1')).toMatch(/^gr\u00f6\u00dfe,b,cluster/)
  })

  it('leaves the cells of rows that were not used empty', async () => {
    const { bytes } = await exported('a,b\n1,2\n,1\n3,4\n2,NA\n')
    const lines = bytes.toString().split('\n')
    expect([lines[2], lines[4]]).toEqual([',1,,,', '2,NA,,,'])
  })

  it('puts its cells in their own columns behind rows that are too short', async () => {
    const { bytes } = await exported('a,b,c\n1,2,x\n2,1\n3,4,z\n')
    expect(bytes.toString().split('\n')[2]).toMatch(/^2,1,,1,0,-/)
  })

  it.each([
    ['delimiters at the ends of the rows', 'a,b\n1,2,\n2,1,\n3,5,\n', ['a,b,,cluster', '1,2,,1', '2,1,,1']],
    ['one row wider than the header', 'a,b\n1,2\n2,1\n3,5,7,8\n', ['a,b,,,cluster', '1,2,,,1', '2,1,,,1']],
    [
      'a wide row between blanks',
      'a b\n1 2\n2 1\n3 5\n4 4\n5 1\n6 7\n7 1\n8 3\n9 0\n1 1\n3 5 7\n',
      ['a b column_3 cluster', '1 2 NA 1', '2 1 NA 1'],
    ],
  ])(
    'has its cells under their names where rows are wider than the header: %s',
    async (_, content, starts) => {
      const { bytes } = await exported(content)
      const lines = bytes.toString().trim().split('\n')
      starts.forEach((start, i) => expect(lines[i].startsWith(start)).toBe(true))
      const delimiter = content[1]
      const widths = new Set(lines.map((line) => line.split(delimiter).length))
      expect(widths.size).toBe(1)
    },
  )

  it('fills blank lines of a file of one column with empty cells', async () => {
    const { bytes } = await exported('x\n1\n\n3\n4\n\n', false, 1, [0])
    const lines = bytes.toString().split('\n')
    expect(lines[2]).toBe(',,,')
    expect(lines.slice(4)).toEqual([expect.stringMatching(/^4,1,0,-/), '', ''])
  })

  it('leaves lines above the header as they are', async () => {
    const { bytes } = await exported('sep=;\nMy table\na;b\n1;2\n2;1\n3;5\n')
    const lines = bytes.toString().split('\n')
    expect(lines.slice(0, 3)).toEqual(['sep=;', 'My table', 'a;b;cluster;uncertainty;log_density'])
    expect(lines[3]).toMatch(/^1;2;1;0;-/)
  })

  it('leaves the header of R one name short, as it was', async () => {
    const { bytes } = await exported('"a","b"\n"x",1,2\n"y",2,1\n"z",3,5\n', false, 1, [1, 2])
    const lines = bytes.toString().split('\n')
    expect(lines[0]).toBe('"a","b",cluster,uncertainty,log_density')
    expect(lines[1]).toMatch(/^"x",1,2,1,0,-/)
  })

  it('writes NA for cells that are not there where columns are aligned with blanks', async () => {
    const { bytes } = await exported('  a   b   c\n1.5   2   7\n  2   1\n  3  NA   9\n  4   7   1\n')
    const lines = bytes.toString().split('\n')
    expect(lines[0]).toBe('  a   b   c cluster uncertainty log_density')
    expect(lines[1]).toMatch(/^1\.5   2   7 1 0 -\d+\.\d+$/)
    expect(lines[2]).toMatch(/^  2   1 NA 1 0 -\d+\.\d+$/)
    expect(lines[3]).toBe('  3  NA   9 NA NA NA')
  })

  it('has no header where the input has none', async () => {
    const { bytes } = await exported('1,2\n2,1\n3,4\n')
    expect(bytes.toString()).toMatch(/^1,2,1,0,-/)
  })

  it('finds another name where the file has the name already', async () => {
    const { view, bytes } = await exported('cluster,cluster_2\n1,2\n2,1\n3,4\n')
    expect(view.added).toEqual(['cluster_3', 'uncertainty', 'log_density'])
    expect(view.warnings).toMatchObject([{ code: 'name-taken', column: 'cluster_3' }])
    expect(view.warnings[0].message).toMatch(/has a column “cluster” already.*called “cluster_3”/)
    expect(bytes.toString()).toMatch(/^cluster,cluster_2,cluster_3,uncertainty,log_density\n/)
  })

  it('has one column per component where posteriors are wanted, and they sum to 1', async () => {
    const rows = Array.from({ length: 40 }, (_, i) => `${(i % 2) * 8 + Math.sin(i)},${Math.cos(i * 1.7)}`)
    const { view, bytes } = await exported(`a,b\n${rows.join('\n')}\n`, true, 2)
    expect(view.added.slice(3)).toEqual(['posterior_1', 'posterior_2'])
    for (const line of bytes.toString().trim().split('\n').slice(1)) {
      const [cluster, uncertainty, , first, second] = line.split(',').slice(2).map(Number)
      expect(first + second).toBeCloseTo(1, 12)
      expect(cluster).toBe(first > second ? 1 : 2)
      expect(uncertainty).toBeCloseTo(Math.min(first, second), 12)
    }
  })

  it('survives files larger than its buffers', async () => {
    const rows = Array.from(
      { length: 70_000 },
      (_, i) => `${i % 17},${(i * 7) % 23},${'padding '.repeat(3)}${i}`,
    )
    const content = `a,b,c\n${rows.join('\n')}\n`
    const { bytes } = await exported(content)
    expect(without(bytes.toString(), ',', 3, /\n|$/) === content).toBe(true)
  })

  it('is unpacked from a packed file, and packed where its name asks for it', async () => {
    const content = 'a,b\n1,2\n2,1\n3,5\n'
    const plain = await exported(gzipSync(content))
    expect(without(plain.bytes.toString(), ',', 3, /\n|$/)).toBe(content)
    const packed = await exported(content, false, 1, [0, 1], { ending: 'csv.gz' })
    expect(packed.view.bytes).toBe(packed.bytes.length)
    expect(gunzipSync(packed.bytes).toString()).toBe(plain.bytes.toString())
  })

  it('leaves formulae of the person as they are, and makes them harmless in a copy that is asked for', async () => {
    const content = '=n,b,c\n1,2,=1+1\n2,-1,"+x"\n3,5,-7\n'
    const faithful = await exported(content)
    expect(without(faithful.bytes.toString(), ',', 3, /\n|$/)).toBe(content)
    const safe = await exported(content, false, 1, [0, 1], { spreadsheetSafe: true })
    expect(without(safe.bytes.toString(), ',', 3, /\n|$/)).toBe("'=n,b,c\n1,2,'=1+1\n2,-1,\"'+x\"\n3,5,-7\n")
  })

  it.each([
    ['utf-16le', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['utf-16be', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
    ['utf-8', (text: string) => Buffer.from(`\ufeff${text}`)],
  ])('makes formulae harmless in every encoding: %s', async (encoding, encode) => {
    const { bytes } = await exported(encode('=ä;b;c\r\n1;2;@日\r\n2;1;x\r\n3;5;=y'), false, 1, [0, 1], {
      spreadsheetSafe: true,
    })
    const text = new TextDecoder(encoding).decode(bytes)
    expect(without(text, ';', 3, /\r\n|$/)).toBe("'=ä;b;c\r\n1;2;'@日\r\n2;1;x\r\n3;5;'=y")
  })

  it('counts its clusters from the heaviest', async () => {
    const { dataset } = await bench.openSample('old-faithful')
    const { fit, solutions } = await bench.engine.fit({ dataset, settings: settingsOf() })
    const restart = solutions[0].restarts[0]
    const { target, path } = bench.target('faithful.csv')
    await bench.engine.exportLabels({ fit, restart, target, posteriors: false })
    const clusters = (await readFile(path, 'utf8'))
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(',')[2])
    expect(['1', '2'].map((label) => clusters.filter((cluster) => cluster === label).length)).toEqual([
      175, 97,
    ])
  })

  it('is neither written over its source nor over a source that changed', async () => {
    const { dataset } = await bench.openText('source.csv', 'a,b\n1,2\n2,1\n3,4\n')
    const settings = settingsOf({ components: { from: 1, to: 1 }, restarts: 1 })
    const { fit, solutions } = await bench.engine.fit({ dataset, settings })
    const asked = { fit, restart: solutions[0].restarts[0], posteriors: false }
    const over = bench.engine.exportLabels({ ...asked, target: bench.target('source.csv').target })
    await expect(over).rejects.toMatchObject({ code: 'target-unwritable' })
    await bench.openText('source.csv', 'a,b\n1,2\n2,1\n3,4\n9,9\n')
    const stale = bench.engine.exportLabels({ ...asked, target: bench.target('stale.csv').target })
    await expect(stale).rejects.toMatchObject({ code: 'file-changed' })
  })

  it('is absent after it was cancelled', async () => {
    const { dataset } = await bench.openSample('old-faithful')
    const { fit, solutions } = await bench.engine.fit({ dataset, settings: settingsOf({ restarts: 1 }) })
    const asked = { fit, restart: solutions[0].restarts[0], posteriors: false }
    const call = bench.engine.exportLabels(
      { ...asked, target: bench.target('cancelled.csv').target },
      { signal: AbortSignal.abort() },
    )
    await expect(call).rejects.toMatchObject({ code: 'cancelled' })
    expect((await readdir(bench.folder)).filter((name) => name.includes('cancelled'))).toEqual([])
  })
})
