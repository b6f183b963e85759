import { access, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { captured } from './captured.ts'

const faithful = fileURLToPath(new URL('../../samples/old-faithful.csv', import.meta.url))
let folder = ''
const at = (name: string) => join(folder, name)
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'basin-script-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const fit = (...options: string[]) =>
  captured(['fit', faithful, '--components', '2', '--restarts', '2', '--refinements', '0', ...options])

describe('--script', () => {
  it.each([
    ['best.py', /GaussianMixture\(\n {4}2, covariance_type="full"/],
    ['best.R', /fit <- me\(Z, modelName = "VVV"/],
  ])('writes the best fit as %s', async (name, text) => {
    const { status, out } = await fit('--script', at(name))
    expect(status).toBe(0)
    expect(out).toMatch(/wrote .*best\.\w+: the script/)
    expect(await readFile(at(name), 'utf8')).toMatch(text)
  })

  it('says on standard error what to know about the script', async () => {
    const { err } = await fit('--script', at('ridge.R'), '--regularisation', '0.1')
    expect(err).toMatch(/mclust has no regularisation/)
  })

  it('is refused before the fit where the language has none of the models', async () => {
    const { status, out, err } = await fit('--script', at('vev.py'), '--covariance', 'VEV,EVE')
    expect({ status, out }).toEqual({ status: 2, out: '' })
    expect(err).toMatch(/scikit-learn does not have the covariance model VEV.* Take the script in R/)
  })

  it('is refused after the fit where the language lacks the best model, and the rest is written', async () => {
    const more = ['--script', at('eve.py'), '--report', at('eve.json'), '--criterion', 'aic']
    const { status, out, err } = await fit(...more, '--covariance', 'EVE,EEE')
    expect(status).toBe(2)
    expect(out).toMatch(/wrote .*eve\.json: the report/)
    expect(err).toMatch(/Not written: .*eve\.py\n.*covariance model EVE/)
    await expect(access(at('eve.py'))).rejects.toThrow()
  })

  it('does not write over the data, nor to the file of another output', async () => {
    await writeFile(at('data.py'), 'a,b\n1,2\n2,3\n')
    const over = await captured(['fit', at('data.py'), '--script', at('data.py')])
    expect(over).toMatchObject({ status: 2 })
    expect(over.err).toMatch(/is the file that is read/)
    const twice = await fit('--script', at('x.R'), '--report', at('x.R'))
    expect(twice.err).toMatch(/Two outputs would go to the same file/)
  })
})
