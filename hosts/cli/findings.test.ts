import { access, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { captured } from './captured.ts'

const crescent = fileURLToPath(new URL('../../samples/crescent.csv', import.meta.url))
const QUICK = ['--components', '5', '--restarts', '3', '--refinements', '0']
let folder = ''
const at = (name: string) => join(folder, name)
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'basin-findings-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const fit = (...options: string[]) => captured(['fit', crescent, ...QUICK, ...options])

describe('a known label on the command line', () => {
  it('gives ARI, purity and the table of clusters and categories', async () => {
    const { status, out } = await fit('--known', 'shape')
    expect(status).toBe(0)
    expect(out).toMatch(/clusters beside shape, over 600 rows\nARI 0\.\d{4}, NMI 0\.\d{4}, purity 1\.0000/)
    expect(out).toMatch(/cluster +crescent +ball +drop\n +1 +0 +160 +0\n/)
  })

  it('is not fitted, though it holds numbers, unless it is named among the columns', async () => {
    const lines = Array.from({ length: 60 }, (_, i) => `${(i % 2) * 50 + Math.sin(i)},${(i % 2) + 1}`)
    await writeFile(at('n.csv'), `x,group\n${lines.join('\n')}\n`)
    const run = (...options: string[]) =>
      captured(['fit', at('n.csv'), '--components', '2', '--restarts', '2', '--refinements', '0', ...options])
    const apart = await run('--known', 'group')
    expect(apart.out).toMatch(/columns x\n/)
    expect(apart.out).toMatch(/ARI 1\.0000/)
    const fitted = await run('--known', 'group', '--columns', 'x,group')
    expect(fitted.out).toMatch(/the fit uses this column, so agreement with it says little/)
  })

  it('that is not there, or has too many values, is refused before anything is fitted', async () => {
    expect(await fit('--known', 'colour')).toMatchObject({ status: 2 })
    const { status, err } = await fit('--known', 'x')
    expect(status).toBe(2)
    expect(err).toMatch(/“x” has \d+ different values\. A known label has at most 100/)
  })
})

describe('merging on the command line', () => {
  it('adds a column, says how, and both stand in the report', async () => {
    const labels = ['--labels', at('m.csv'), '--provenance']
    const { status, out } = await fit('--merge', 'auto', '--known', 'shape', '--json', ...labels)
    expect(status).toBe(0)
    const report = JSON.parse(out) as { known: { merged: object }; merging: object }
    expect(report.merging).toMatchObject({ clusters: 3, suggestion: 3 })
    expect(report.known.merged).toMatchObject({ adjustedRandIndex: 1, purity: 1, misplaced: 0 })
    const [head, ...lines] = (await readFile(at('m.csv'), 'utf8')).trimEnd().split('\n')
    expect(head).toBe('x,y,shape,cluster,uncertainty,log_density,merged_cluster')
    const pairs = lines.map((line) => `${line.split(',')[2]} ${line.split(',').at(-1)}`)
    expect(new Set(pairs)).toEqual(new Set(['crescent 1', 'ball 2', 'drop 3']))
    const scored = await captured(['score', at('m.basin.json'), crescent, '--json'])
    expect((JSON.parse(scored.out) as { sizes: number[] }).sizes).toHaveLength(5)
    expect(scored.err).toMatch(/were merged into 3 clusters .* score labels by components/)
  })

  it('into more clusters than the best solution has components is refused, and all else is still done', async () => {
    const labels = ['--labels', at('six.csv')]
    const { status, out, err } = await fit('--components', '5-6', '--merge', '6', ...labels)
    expect(status).toBe(2)
    expect(err).toMatch(/the best solution has 5 components only/)
    expect(out).toMatch(/VVV-5-A/)
    expect(await readFile(at('six.csv'), 'utf8')).not.toMatch(/merged_cluster/)
  })

  it.each([
    ['into more clusters than any solution can have', ['--merge', '6'], /5 components at most/],
    ['beside a noise component', ['--merge', 'auto', '--noise'], /beside a noise component cannot be merged/],
  ])('%s is refused before anything is fitted or written', async (name, options, why) => {
    const file = at(`${name}.csv`)
    const { status, out, err } = await fit(...options, '--labels', file)
    expect({ status, out }).toEqual({ status: 2, out: '' })
    expect(err).toMatch(why)
    await expect(access(file)).rejects.toThrow('ENOENT')
  })
})
