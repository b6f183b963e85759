import { link, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkOutputs } from './outputs.ts'

let folder = ''
const at = (name: string) => join(folder, name)
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'basin-outputs-'))
  await writeFile(at('data.csv'), 'a\n1\n')
  await writeFile(at('model.json'), '{}')
  await symlink(at('data.csv'), at('link.json'))
  await link(at('model.json'), at('hard.json'))
  await symlink(folder, at('loop'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const check = (...outputs: string[]) =>
  checkOutputs(outputs.map(at), [at('data.csv'), at('model.json'), null])

describe('outputs', () => {
  it.each(['data.csv', 'model.json', 'link.json', 'hard.json', 'loop/data.csv'])(
    'over an input are refused: %s',
    async (name) => {
      await expect(check(name)).rejects.toThrowError(/is the file that is read/)
    },
  )

  it.each([
    ['new.csv', 'new.csv'],
    ['new.csv', 'loop/new.csv'],
  ])('to one file are refused: %s and %s', async (one, other) => {
    await expect(check(one, other)).rejects.toThrowError(/Two outputs would go to the same file/)
  })

  it('to files of their own pass', async () => {
    await expect(check('new.csv', 'loop/other.csv')).resolves.toBeUndefined()
  })

  it('that are folders, or in a folder that is not there, are refused', async () => {
    await expect(check('loop')).rejects.toThrowError(/is a folder/)
    await expect(check('absent/x.csv')).rejects.toThrowError(/Nothing can be written/)
  })
})
