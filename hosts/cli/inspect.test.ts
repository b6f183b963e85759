import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { captured } from './captured.ts'

let folder = ''
const at = (name: string) => join(folder, name)
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'basin-inspect-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const table = (cell: string) =>
  ['id;a', ...Array.from({ length: 20 }, (_, i) => `r${i};${i},5`), `last;${cell}`, ''].join('\n')

async function inspected(content: string, ...options: string[]) {
  await writeFile(at('table.csv'), content)
  return await captured(['inspect', at('table.csv'), ...options])
}

interface Inspection {
  columns: Record<string, unknown>[]
  warnings: Record<string, unknown>[]
}

describe('basin inspect', () => {
  it('prints every fixed field', async () => {
    const { status, out } = await inspected(table('x'), '--json')
    const inspection = JSON.parse(out) as Inspection
    expect(status).toBe(0)
    expect(inspection).toMatchObject({
      format: 'basin.inspect',
      version: 1,
      file: 'table.csv',
      bytes: table('x').length,
      encoding: 'utf-8',
      delimiter: ';',
      quote: '"',
      decimal: ',',
      thousands: '',
      header: true,
      rows: 21,
      compression: null,
      comment: '',
      skip: 0,
      seconds: expect.any(Number) as number,
    })
    const keys = 'name original type missing rejected distinct min max mean sd ambiguous use reason'.split(
      ' ',
    )
    expect(Object.keys(inspection.columns[1])).toEqual(expect.arrayContaining(keys))
    expect(inspection.columns[1]).toMatchObject({
      name: 'a',
      type: 'numeric',
      rejected: 1,
      rejectedBy: { text: 1 },
      rejects: [{ row: 20, line: 22, text: 'x', reason: 'text' }],
      format: { decimal: ',' },
      min: 0.5,
      max: 19.5,
    })
    expect(inspection.warnings[0]).toMatchObject({ code: 'rejected-cells', column: 'a', count: 1 })
    expect(Object.keys(inspection.warnings[0])).toEqual(['code', 'message', 'line', 'column', 'count'])
  })

  it('tells a person the rows read and used, and what was rejected and why', async () => {
    const { out } = await inspected(table('x'))
    expect(out).toMatch(
      /^table\.csv: 21 rows, 2 columns; utf-8, semicolon-separated, decimal comma, with a header$/m,
    )
    expect(out).toMatch(/^21 rows read; 20 used by default, 1 without a number in a column that is used$/m)
    expect(out).toMatch(/^1 cell rejected: 1 text$/m)
  })

  it('reads a file as it is told', async () => {
    const content = 'made by hand\na|b\n// no row\n1.200|-9\n2.400|-1\n3.600|5\n'
    const options = ['--delimiter', 'pipe', '--skip', '1', '--comment', '//', '--na=-9', '--decimal', ',']
    const { status, out } = await inspected(content, ...options, '--thousands', 'point', '--json')
    expect(status).toBe(0)
    const inspection = JSON.parse(out) as Inspection
    expect(inspection).toMatchObject({ delimiter: '|', skip: 1, comment: '//', missing: ['-9'], rows: 3 })
    expect(inspection).toMatchObject({ decimal: ',', thousands: '.', commentLines: 1 })
    expect(inspection.columns).toMatchObject([
      { name: 'a', min: 1200, max: 3600 },
      { name: 'b', missing: 1, min: -1, max: 5 },
    ])
  })

  it.each([
    ['file-header-only', 'a,b\n', 3],
    ['no-numeric-column', 'a,b\nx,y\nz,w\n', 3],
  ])('refuses in JSON and in words: %s', async (code, content, expected) => {
    const { status, out, err } = await inspected(content, '--json')
    expect(status).toBe(expected)
    const { error } = JSON.parse(out) as { error: Record<string, unknown> }
    expect(Object.keys(error)).toEqual(expect.arrayContaining(['code', 'message', 'line', 'column']))
    expect(error).toMatchObject({ code })
    expect(err).toMatch(/^basin: .+\.\n$/)
  })

  it('prints no character of the file that a terminal would obey or that turns text round', async () => {
    const content = 'a\u009b31m,b\u202ec,d\u007f\n1,2,3\n2,3,x\u2066\u0085y\n3,4,5\n4,5,7\n'
    const { status, out } = await inspected(content, '--json')
    expect(status).toBe(0)
    expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/)
    const { columns } = JSON.parse(out) as Inspection
    expect(columns.map(({ name }) => name)).toEqual(['a\u009b31m', 'b\u202ec', 'd\u007f'])
  })
})
