import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createEngine, createGrants, type EngineHost } from './index.ts'

let folder: string
const hosts: EngineHost[] = []
const grants = createGrants()
const samplesFolder = fileURLToPath(new URL('../samples/', import.meta.url))

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'basin-recalled-'))
})
afterEach(async () => {
  for (const host of hosts.splice(0)) await host.close()
  await rm(folder, { recursive: true, force: true })
})

function start(choicesFolder: string) {
  const host = createEngine({ grants, samplesFolder, version: '0', threads: 1, choicesFolder })
  hosts.push(host)
  return host.engine
}

const place = async (text: string) => {
  const path = join(folder, 'a.csv')
  await writeFile(path, text)
  return { grant: grants.addFile(path).grant }
}

describe('a file about which something was chosen', () => {
  const text = '7;8\n1;2\n3;4\n'

  it('is read that way after a new start, and says so', async () => {
    const source = await place(text)
    const engine = start(folder)
    const { dataset, remembered } = await engine.open({ source })
    expect(remembered).toBeNull()
    await engine.remember({ dataset, dialect: { header: true }, roles: { 1: 'ignore' } })
    const again = await start(folder).open({ source })
    expect(again).toMatchObject({
      rows: 2,
      dialect: { header: true },
      remembered: { dialect: { header: true }, roles: { 1: 'ignore' } },
    })
  })

  it('is read as asked where a dialect is given, and nothing is remembered then', async () => {
    const source = await place(text)
    const engine = start(folder)
    const { dataset } = await engine.open({ source })
    await engine.remember({ dataset, dialect: { header: true }, roles: {} })
    expect(await engine.open({ source, dialect: {} })).toMatchObject({ rows: 3, remembered: null })
  })

  it.each([
    ['is refused when read that way', { delimiter: '|' } as const, {}],
    ['has fewer columns', {}, { 7: 'ignore' } as const],
  ])('and that now %s is read anew, and says so', async (_, dialect, roles) => {
    const source = await place('name;y\nAnna;2\nBert;4\n')
    const engine = start(folder)
    const { dataset } = await engine.open({ source, dialect: {} })
    await engine.remember({ dataset, dialect, roles })
    const { rows, remembered, warnings } = await engine.open({ source })
    expect({ rows, remembered }).toEqual({ rows: 2, remembered: null })
    expect(warnings.map(({ code }) => code)).toContain('choices-dropped')
  })
})

describe('rows of the table', () => {
  it('come with what they are read as, and with the lines on which they begin', async () => {
    const source = await place('x;name;y\n1,5;"An\nna";2\n\n?;Bert;3\n')
    const engine = start(folder)
    const { dataset } = await engine.open({ source })
    const view = await engine.rows({ dataset, from: 0, count: 10 })
    expect(view.cells[0]).toEqual(['1,5', 'An\nna', '2'])
    expect([...view.values.slice(0, 3)]).toEqual([1.5, NaN, 2])
    expect(view.values[3]).toBeNaN()
    expect([...view.lines]).toEqual([2, 5])
    const second = await engine.rows({ dataset, from: 1, count: 1 })
    expect([...second.lines]).toEqual([5])
  })

  it('have the lines that an editor counts, wherever one looks first', async () => {
    const text = `x\r\n${Array.from({ length: 300_000 }, (_, i) => `${i}.25`).join('\r\n')}\r\n`
    const source = await place(text)
    const engine = start(folder)
    const { dataset } = await engine.open({ source })
    for (const from of [299_990, 150_000, 0, 299_999]) {
      const { lines, cells } = await engine.rows({ dataset, from, count: 5 })
      expect(lines[0]).toBe(from + 2)
      expect(cells[0]).toEqual([`${from}.25`])
    }
    expect((await readFile(join(folder, 'a.csv'))).length).toBeGreaterThan(3 << 20)
  })
})
