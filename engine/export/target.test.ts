import { spawnSync } from 'node:child_process'
import { chmod, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { partName } from './part-names.ts'
import { refuseSource, stageTarget, writeTarget } from './target.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'basin-target-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const write = (path: string, text: string) => writeTarget(path, (handle) => handle.writeFile(text))

describe('a target', () => {
  it('is written and nothing is left beside it', async () => {
    await write(join(folder, 'out.csv'), 'new')
    expect(await readFile(join(folder, 'out.csv'), 'utf8')).toBe('new')
    expect(await readdir(folder)).toEqual(['out.csv'])
  })

  it('keeps what it held, and nothing beside it, where writing fails half way', async () => {
    const path = join(folder, 'out.csv')
    await writeFile(path, 'old')
    const failing = writeTarget(path, async (handle) => {
      await handle.writeFile('half')
      throw new TypeError('in the middle')
    })
    await expect(failing).rejects.toThrowError('in the middle')
    expect(await readFile(path, 'utf8')).toBe('old')
    expect(await readdir(folder)).toEqual(['out.csv'])
  })

  it('takes away what processes left half-written beside it that are no more, and nothing of others', async () => {
    const gone = spawnSync(process.execPath, ['--version']).pid
    const [half, living] = [partName('out.csv', gone), partName('out.csv')]
    for (const name of [half, living, '.mine.part']) await writeFile(join(folder, name), '')
    await write(join(folder, 'out.csv'), 'new')
    expect((await readdir(folder)).sort()).toEqual(['.mine.part', living, 'out.csv'].sort())
  })

  it('has its name only once it is committed, and is gone where it is abandoned', async () => {
    const path = join(folder, 'out.csv')
    const kept = await stageTarget(path, (handle) => handle.writeFile('new'))
    const given = await stageTarget(join(folder, 'other.csv'), (handle) => handle.writeFile('x'))
    expect(await readdir(folder)).not.toContain('out.csv')
    await given.abandon()
    await kept.commit()
    await kept.abandon()
    expect(await readdir(folder)).toEqual(['out.csv'])
    expect(await readFile(path, 'utf8')).toBe('new')
  })

  it('behind a link is written where the link points', async () => {
    await writeFile(join(folder, 'real.csv'), 'old')
    await symlink(join(folder, 'real.csv'), join(folder, 'link.csv'))
    await write(join(folder, 'link.csv'), 'new')
    expect(await readFile(join(folder, 'real.csv'), 'utf8')).toBe('new')
  })

  it('that is a folder is refused in words', async () => {
    await expect(write(folder, 'x')).rejects.toMatchObject({
      code: 'target-unwritable',
      message: /it is a folder/,
    })
  })

  it('in a folder that does not exist is refused in words', async () => {
    const call = write(join(folder, 'no', 'out.csv'), 'x')
    await expect(call).rejects.toThrowError('“out.csv” could not be written: its folder does not exist.')
  })

  it.skipIf(process.getuid?.() === 0)('in a folder that is closed to us is refused in words', async () => {
    await chmod(folder, 0o500)
    await expect(write(join(folder, 'out.csv'), 'x')).rejects.toThrowError(/not allowed/)
    await chmod(folder, 0o700)
  })

  it('that is the file being read is refused, also by another name', async () => {
    const source = join(folder, 'in.csv')
    await writeFile(source, 'a')
    await symlink(source, join(folder, 'alias.csv'))
    for (const target of [source, join(folder, 'alias.csv')])
      await expect(refuseSource(target, source)).rejects.toThrowError(/it is the file that is being read/)
    await expect(refuseSource(join(folder, 'other.csv'), source)).resolves.toBeUndefined()
  })
})
