import { expect, it } from 'vitest'
import { remediedForm } from './remedied-form.ts'
import { DEFAULT_FORM, readSettings, type SettingsForm } from './settings-form.ts'

const form = (rest: Partial<SettingsForm> = {}): SettingsForm => ({
  ...DEFAULT_FORM,
  columns: [0, 2, 3],
  covariances: ['VVV', 'EEE'],
  ...rest,
})

const read = (before: SettingsForm, remedy: Parameters<typeof remediedForm>[1]) =>
  readSettings({ ...before, ...remediedForm(before, remedy) }, 100).settings

it('each remedy becomes the setting that it names', () => {
  expect(read(form(), { kind: 'regularise', value: 1e-4 })?.regularisation).toEqual({
    kind: 'relative',
    value: 1e-4,
  })
  expect(read(form(), { kind: 'drop-columns', columns: [2] })?.columns).toEqual([0, 3])
  expect(read(form(), { kind: 'columns', columns: [0, 2] })?.columns).toEqual([0, 2])
  expect(read(form(), { kind: 'covariances', covariances: ['EII'] })?.covariances).toEqual(['EII'])
  expect(read(form(), { kind: 'covariances', covariances: ['EII', 'VVI'] })?.covariances).toEqual([
    'EII',
    'VVI',
  ])
  expect(read(form(), { kind: 'components', from: 1, to: 4 })?.components).toEqual({ from: 1, to: 4 })
  expect(read(form(), { kind: 'scale', scaling: 'robust' })?.scaling).toBe('robust')
  expect(read(form(), { kind: 'restarts', restarts: 200 })?.restarts).toBe(200)
  expect(read(form(), { kind: 'iterations', maxIterations: 9000 })?.maxIterations).toBe(9000)
})

it('a covariance model alone is replaced; of several the one at fault gives way', () => {
  const remedy = { kind: 'covariance', from: 'VVV', covariance: 'VVI' } as const
  expect(read(form(), remedy)?.covariances).toEqual(['VVI'])
  expect(read(form({ covariance: 'several' }), remedy)?.covariances.sort()).toEqual(['EEE', 'VVI'])
  const all = read(form({ covariance: 'all' }), remedy)?.covariances
  expect(all).toHaveLength(13)
  expect(all).not.toContain('VVV')
})

it('going on with a restart changes no setting', () => {
  const remedy = { kind: 'continue', restart: 'VVV-2-0', tolerance: 1e-9, maxIterations: 10 } as const
  expect(remediedForm(form(), remedy)).toBeNull()
})
