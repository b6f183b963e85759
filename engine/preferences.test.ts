import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { USUAL } from '../contract/preferences.ts'
import { createPreferences } from './preferences.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'basin-preferences-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const place = () => join(folder, 'preferences.json')

describe('preferences', () => {
  it('are the usual ones at first, and known again after a new start', async () => {
    const deep = join(folder, 'new', 'place')
    const first = createPreferences(deep)
    expect(await first.read()).toEqual(USUAL)
    await first.keep({ ...USUAL, theme: 'dark', threads: 3 })
    expect(await createPreferences(deep).read()).toEqual({ ...USUAL, theme: 'dark', threads: 3 })
    expect(await readdir(deep)).toEqual(['preferences.json'])
  })

  it('are those that another engine has kept since', async () => {
    const [here, there] = [createPreferences(folder), createPreferences(folder)]
    await here.read()
    await there.keep({ ...USUAL, notify: false })
    expect((await here.read()).notify).toBe(false)
    expect(here.now.notify).toBe(false)
  })

  it.each([
    ['is damaged', '{"format":"basin.pref'],
    ['is empty', ''],
    ['is of a version that is not known', '{"format":"basin.preferences","version":2,"preferences":{}}'],
    ['is something else', '[1,2,3]'],
  ])('are the usual ones where the file %s', async (_, text) => {
    await writeFile(place(), text)
    expect(await createPreferences(folder).read()).toEqual(USUAL)
  })

  it('keep the fields that mean something where another does not', async () => {
    const preferences = { theme: 'purple', threads: -1, notify: false, later: 'field' }
    await writeFile(place(), JSON.stringify({ format: 'basin.preferences', version: 1, preferences }))
    expect(await createPreferences(folder).read()).toEqual({ ...USUAL, notify: false })
  })

  it('hold until the end where they cannot be written, which is said', async () => {
    await mkdir(place())
    const kept = createPreferences(folder)
    await expect(kept.keep({ ...USUAL, theme: 'light' })).rejects.toMatchObject({ code: 'target-unwritable' })
    expect((await kept.read()).theme).toBe('light')
  })

  it('need no folder', async () => {
    const kept = createPreferences(undefined)
    await kept.keep({ ...USUAL, reducedMotion: true })
    expect((await kept.read()).reducedMotion).toBe(true)
  })
})
