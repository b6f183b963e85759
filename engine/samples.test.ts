import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { createSamples } from './samples.ts'

const folder = fileURLToPath(new URL('../samples/', import.meta.url))

describe('the samples', () => {
  it('are those of the folder’s list', async () => {
    const samples = createSamples(folder)
    expect((await samples.list()).map((sample) => sample.id)).toContain('old-faithful')
    expect(await samples.path('iris')).toBe(join(folder, 'iris.csv'))
  })

  it('that are not listed are refused, whatever the name looks like', async () => {
    const samples = createSamples(folder)
    for (const id of ['nothing', '../package', 'iris.csv'])
      await expect(samples.path(id)).rejects.toMatchObject({ code: 'unknown-id' })
  })

  it('cannot lie outside their folder', async () => {
    const own = await mkdtemp(join(tmpdir(), 'basin-samples-'))
    const sample = { id: 'a', file: '../a.csv', title: 'A', description: 'A', rows: 1, columns: 1 }
    await writeFile(join(own, 'samples.json'), JSON.stringify([sample]))
    await expect(createSamples(own).path('a')).rejects.toMatchObject({ code: 'file-missing' })
    await rm(own, { recursive: true })
  })
})
