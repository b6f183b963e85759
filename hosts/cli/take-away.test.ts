import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { captured } from './captured.ts'

const faithful = fileURLToPath(new URL('../../samples/old-faithful.csv', import.meta.url))
let folder = ''
const at = (name: string) => join(folder, name)
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'basin-take-away-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const fit = (file: string, ...options: string[]) =>
  captured(['fit', file, '--components', '2', '--restarts', '3', '--refinements', '0', ...options])

describe('what is taken away on the command line', () => {
  it('has its provenance beside it, by which score gives the same labels', async () => {
    const { status, out } = await fit(faithful, '--labels', at('l.csv.gz'), '--provenance')
    expect(status).toBe(0)
    expect(out).toMatch(/wrote .*l\.basin\.json: how the labels came about/)
    expect(JSON.parse(await readFile(at('l.basin.json'), 'utf8'))).toMatchObject({
      format: 'basin.provenance',
      data: { file: 'old-faithful.csv', rows: 272 },
      labels: { file: 'l.csv.gz' },
    })
    const scored = await captured(['score', at('l.basin.json'), faithful, '--labels', at('s.csv'), '--json'])
    expect(scored.status).toBe(0)
    expect(JSON.parse(scored.out)).toMatchObject({ sizes: [175, 97], warnings: [] })
    expect(await readFile(at('s.csv'), 'utf8')).toBe(gunzipSync(await readFile(at('l.csv.gz'))).toString())
  })

  it('has a report for people whose own command gives the same report', async () => {
    const rows = Array.from({ length: 60 }, (_, i) => {
      const far = i % 2 === 0 ? 0 : 9
      return [i === 7 ? '-999' : far + Math.sin(i * 7), far + Math.cos(i * 5), i % 2 === 0 ? 'low' : 'high']
    })
    await writeFile(at('g.csv'), `x,y (cm),kind\n${rows.map((row) => row.join(',')).join('\n')}\n`)
    const options = ['--na=-999', '--known', 'kind', '--merge', '1', '--report', at('g.html')]
    expect((await fit(at('g.csv'), ...options)).status).toBe(0)
    const html = await readFile(at('g.html'), 'utf8')
    const command = /<pre><code>(basin .*?)<\/code>/s.exec(html)?.[1] ?? ''
    const plain = command.replaceAll('&#39;', "'").replaceAll('\\\n', '')
    const [program, ...words] = (plain.match(/(?:'[^']*'|[^\s'])+/g) ?? []).map((word) =>
      word.replaceAll("'", ''),
    )
    expect(program).toBe('basin')
    const files = ['g.csv', 'report.html', 'model.json']
    const { status, err } = await captured(
      words.map((word) => (files.includes(word) ? at(word) : word)).concat('--quiet'),
    )
    expect({ status, err }).toEqual({ status: 0, err: '' })
    const undated = (text: string) => text.replace(/<time .*?<\/time>/, '')
    expect(undated(await readFile(at('report.html'), 'utf8'))).toBe(undated(html))
  })

  it('says which names were taken', async () => {
    await fit(faithful, '--labels', at('once.csv'))
    const { status, out, err } = await fit(at('once.csv'), '--columns', '#1,#2', '--labels', at('twice.csv'))
    expect(status).toBe(0)
    expect(out).toMatch(/272 rows with cluster_2, uncertainty_2, log_density_2/)
    expect(err).toMatch(/has a column “cluster” already, so the one that was added is called “cluster_2”/)
  })

  it('can be made safe for a spreadsheet', async () => {
    const rows = Array.from({ length: 30 }, (_, i) => `${i % 2 ? '=cmd()' : 'plain'},${i},${(i * 7) % 11}`)
    await writeFile(at('f.csv'), `note,a,b\n${rows.join('\n')}\n`)
    const { status } = await fit(
      at('f.csv'),
      '--columns',
      'a,b',
      '--labels',
      at('fs.csv'),
      '--spreadsheet-safe',
    )
    expect(status).toBe(0)
    const lines = (await readFile(at('fs.csv'), 'utf8')).split('\n')
    expect(lines[1]).toMatch(/^plain,0,0,\d,/)
    expect(lines[2]).toMatch(/^'=cmd\(\),1,7,\d,/)
  })

  it('has a column that says how many of the restarts near the best agree on a row', async () => {
    const { status, out } = await fit(
      faithful,
      '--components',
      '3',
      '--restarts',
      '40',
      '--labels',
      at('a.csv'),
      '--agreement',
    )
    expect(status).toBe(0)
    expect(out).toMatch(/272 rows with cluster, uncertainty, log_density, agreement/)
    const shares = (await readFile(at('a.csv'), 'utf8'))
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((line) => Number(line.split(',').at(-1)))
    expect(Math.max(...shares)).toBe(1)
    expect(Math.min(...shares)).toBeLessThan(1)
    const scored = await captured(['score', at('a.csv'), faithful, '--agreement'])
    expect(scored.status).toBe(2)
  })

  it('has a column that says which rows are unclassified or outliers, and score writes the same', async () => {
    const thresholds = ['--unclassified', '0.9999', '--outliers', '0.02']
    const model = at('status.json')
    const fitted = await fit(
      faithful,
      '--components',
      '2',
      '--labels',
      at('s.csv'),
      '--model',
      model,
      ...thresholds,
    )
    expect(fitted.status).toBe(0)
    const read = async (path: string) =>
      (await readFile(path, 'utf8'))
        .trimEnd()
        .split('\n')
        .map((line) => line.split(',').at(-1))
    const words = await read(at('s.csv'))
    expect(words[0]).toBe('status')
    expect(words.filter((word) => word === 'outlier')).toHaveLength(5)
    expect(words.filter((word) => word === 'unclassified').length).toBeGreaterThan(0)
    const scored = await captured(['score', model, faithful, '--labels', at('s2.csv'), ...thresholds])
    expect(scored.status).toBe(0)
    expect(await read(at('s2.csv'))).toEqual(words)
  })

  it('is shown, and all else written, where no good solution is there to agree', async () => {
    await writeFile(at('few.csv'), 'a,b\n1,2\n1,2\n1,2\n3,4\n9,1\n')
    const [labels, script] = [at('few-out.csv'), at('few.py')]
    const { status, out, err } = await fit(
      at('few.csv'),
      '--labels',
      labels,
      '--agreement',
      '--script',
      script,
    )
    expect(status).toBe(1)
    expect(out).toMatch(/VVV-2-A[^\n]*spurious/)
    expect(out).toMatch(/few\.py: the script/)
    expect(err).toMatch(/Not written: .*few-out\.csv\n.*none can agree with another/)
    await expect(readFile(labels)).rejects.toThrow()
  })

  it('names every column that a model needs and a file lacks', async () => {
    await fit(faithful, '--labels', at('m.csv'), '--model', at('m.json'))
    await writeFile(at('other.csv'), 'x,y\n1,2\n2,3\n')
    const { status, err } = await captured(['score', at('m.json'), at('other.csv')])
    expect(status).toBe(3)
    expect(err).toMatch(/needs the columns “eruptions”, “waiting”, which “other\.csv” does not have/)
    const extra = await captured(['score', at('m.json'), at('m.csv')])
    expect(extra.out).toMatch(
      /warning: The model does not know 3 columns: “cluster”, “uncertainty”, “log_density”/,
    )
  })
})
