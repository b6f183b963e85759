import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { captured } from './captured.ts'

const iris = fileURLToPath(new URL('../../samples/iris.csv', import.meta.url))

it('models with the very same mixtures are said to be one, of which the simplest is taken as best', async () => {
  const asked = ['--components', '1', '--covariance', 'VVV,VVI,EEE', '--restarts', '1']
  const { out } = await captured(['fit', iris, ...asked])
  expect(out).toMatch(/\n\* +EEE-1-A .*1 of 1\n/)
  expect(out).toMatch(/\n +VVV-1-A .*the same model as EEE,1\n/)
  expect(out).toMatch(/\n +VVI-1-A .*1 of 1\n/)
  expect(out).not.toContain('near ties')
})
