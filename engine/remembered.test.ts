import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Remembered } from '../contract/views.ts'
import { createRemembered } from './remembered.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'basin-remembered-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const CHOICES: Remembered = { dialect: { delimiter: ';', skip: 2 }, roles: { 0: 'ignore', 3: 'label' } }

async function place(name: string, text: string, inside = '.'): Promise<string> {
  await mkdir(join(folder, inside), { recursive: true })
  const path = join(folder, inside, name)
  await writeFile(path, text)
  return path
}

describe('choices about a file', () => {
  it('are known again after a new start, and none are known of another file', async () => {
    const path = await place('a.csv', 'x;y\n1;2\n')
    await createRemembered(join(folder, 'new', 'choices')).keep(path, CHOICES)
    const later = createRemembered(join(folder, 'new', 'choices'))
    expect(await later.recall(path)).toEqual(CHOICES)
    expect(await later.recall(await place('b.csv', 'x;y\n1;2\n'))).toBeNull()
    expect(await later.recall(await place('a.csv', 'x;z\n1;2\n', 'other'))).toBeNull()
  })

  it('are known of the same file in another folder, and when rows have been added beyond its first 4 KB', async () => {
    const rows = `x;y\n${'1;2\n'.repeat(2000)}`
    const remembered = createRemembered(folder)
    await remembered.keep(await place('a.csv', rows), CHOICES)
    expect(await remembered.recall(await place('a.csv', `${rows}3;4\n`, 'copy'))).toEqual(CHOICES)
  })

  it('are those made last, also where several are kept at once', async () => {
    const remembered = createRemembered(folder)
    const path = await place('a.csv', 'x\n1\n')
    const skips = [1, 2, 3, 4, 5, 6]
    await Promise.all(skips.map((skip) => remembered.keep(path, { dialect: { skip }, roles: {} })))
    expect(await remembered.recall(path)).toEqual({ dialect: { skip: 6 }, roles: {} })
    expect(await readdir(folder)).toEqual(['a.csv', 'choices.json'])
  })

  it('hold nothing of the file but a hash', async () => {
    const remembered = createRemembered(folder)
    await remembered.keep(await place('patients.csv', 'name;x\nAnna;1\n'), CHOICES)
    const written = await readFile(join(folder, 'choices.json'), 'utf8')
    expect(written).not.toMatch(/patients|Anna|name/)
  })

  it('are kept of the latest two hundred files', async () => {
    const remembered = createRemembered(folder)
    const paths: string[] = []
    for (let i = 0; i < 201; i++) {
      const path = await place(`${i}.csv`, 'x\n1\n', 'many')
      paths.push(path)
      await remembered.keep(path, CHOICES)
    }
    expect(await remembered.recall(paths[0])).toBeNull()
    expect(await remembered.recall(paths[1])).toEqual(CHOICES)
    expect(await remembered.recall(paths[200])).toEqual(CHOICES)
  })

  it.each([
    ['cut off', '{"format":"basin.choices","version":1,"files":[{"fi'],
    ['of another version', '{"format":"basin.choices","version":9,"files":[]}'],
    [
      'with a choice there is not',
      '{"format":"basin.choices","version":1,"files":[{"file":"f","dialect":{"delimiter":"%"},"roles":{}}]}',
    ],
  ])('that are %s are ignored, and replaced by the next', async (_, text) => {
    const path = await place('a.csv', 'x\n1\n')
    await place('choices.json', text)
    const remembered = createRemembered(folder)
    expect(await remembered.recall(path)).toBeNull()
    await remembered.keep(path, CHOICES)
    expect(await createRemembered(folder).recall(path)).toEqual(CHOICES)
  })

  it('that cannot be kept are said to be lost, and later ones are kept all the same', async () => {
    const path = await place('a.csv', 'x\n1\n')
    await place('taken', '')
    const remembered = createRemembered(join(folder, 'taken'))
    await expect(remembered.keep(path, CHOICES)).rejects.toMatchObject({ code: 'target-unwritable' })
    await rm(join(folder, 'taken'))
    await remembered.keep(path, CHOICES)
    expect(await remembered.recall(path)).toEqual(CHOICES)
  })

  it('are not kept without a folder', async () => {
    const path = await place('a.csv', 'x\n1\n')
    const remembered = createRemembered(undefined)
    await remembered.keep(path, CHOICES)
    expect(await remembered.recall(path)).toBeNull()
    expect(await readdir(folder)).toEqual(['a.csv'])
  })
})
