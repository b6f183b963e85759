import { describe, expect, it } from 'vitest'
import { DEFAULT_FORM, readSettings, type SettingsForm } from './settings-form.ts'

const form = (rest: Partial<SettingsForm> = {}): SettingsForm => ({
  ...DEFAULT_FORM,
  columns: [0, 1],
  covariances: [...DEFAULT_FORM.covariances],
  ...rest,
})
const errorsOf = (rest: Partial<SettingsForm>) => readSettings(form(rest), 100).errors

describe('settings as they are typed', () => {
  it('the defaults can be run', () => {
    expect(readSettings(form(), 272).settings).toMatchObject({
      components: { from: 3, to: 3 },
      covariances: ['VVV'],
      restarts: 40,
      seed: 1,
      tolerance: 1e-7,
      regularisation: { kind: 'relative', value: 1e-6 },
    })
  })

  it('take rows with missing cells in the models that can, and say which where one cannot', () => {
    expect(readSettings(form(), 272).settings?.missing).toBe('drop')
    expect(readSettings(form({ missing: 'em' }), 272).settings?.missing).toBe('em')
    expect(readSettings(form({ missing: 'em', covariance: 'VVI' }), 272).settings?.missing).toBe('em')
    for (const covariance of ['EEE', 'all'] as const)
      expect(readSettings(form({ missing: 'em', covariance }), 272).errors.missing).toMatch(
        /^Only VVV and VVI/,
      )
    expect(readSettings(form({ missing: 'em', weights: '3' }), 272).errors.missing).toMatch(/every cell/)
    expect(readSettings(form({ missing: 'em', noise: true }), 272).errors.missing).toMatch(/^Beside noise/)
    expect(readSettings(form({ covariance: 'EEE' }), 272).errors).toEqual({})
  })

  it('name the column that weighs the rows, and what its weights are', () => {
    expect(readSettings(form(), 272).settings?.weights).toBeNull()
    const weighted = readSettings(form({ weights: '3', weightKind: 'importance' }), 272)
    expect(weighted.settings?.weights).toEqual({ column: 3, kind: 'importance' })
  })

  it.each([
    ['4', { from: 4, to: 4 }],
    [' 2 - 5 ', { from: 2, to: 5 }],
    ['2–5', { from: 2, to: 5 }],
    ['2..5', { from: 2, to: 5 }],
    ['2 to 5', { from: 2, to: 5 }],
  ])('components may be written as “%s”', (components, range) => {
    expect(readSettings(form({ components }), 100).settings?.components).toEqual(range)
  })

  it.each(['', 'abc', '0', '2.5', '101', '2-', '-3'])(
    '“%s” components are refused in words',
    (components) => {
      expect(errorsOf({ components }).components).toContain('Type a whole number from 1 to 100')
    },
  )

  it('a range must go upwards', () => {
    expect(errorsOf({ components: '5-2' }).components).toBe('The first number must not be above the last.')
  })

  it('there cannot be more components than rows', () => {
    expect(errorsOf({ components: '2-101' }).components).toBeDefined()
    expect(readSettings(form({ components: '12' }), 10).errors.components).toBe(
      'There are only 10 rows: choose at most 10 components.',
    )
  })

  it('says whether too few columns are ticked or too many', () => {
    expect(errorsOf({ columns: [] }).columns).toBe('Tick at least one column.')
    expect(errorsOf({ columns: Array.from({ length: 1200 }, (_, index) => index) }).columns).toBe(
      'Tick at most 500 columns (1,200 are ticked).',
    )
  })

  it('covariance models are asked for one by one, several together, or all fourteen', () => {
    const modelsOf = (rest: Partial<SettingsForm>) => readSettings(form(rest), 100).settings?.covariances
    expect(modelsOf({ covariance: 'VEV' })).toEqual(['VEV'])
    expect(modelsOf({ covariance: 'several', covariances: ['EVE', 'VVE'] })).toEqual(['EVE', 'VVE'])
    expect(modelsOf({ covariance: 'all' })).toHaveLength(14)
  })

  it('models ticked for several do not count while one is chosen', () => {
    expect(errorsOf({ covariances: [] })).toEqual({})
    expect(errorsOf({ covariance: 'several', covariances: [] })).toEqual({
      covariances: 'Tick at least one covariance model.',
    })
  })

  it('the rest of the search is read as it is typed and chosen', () => {
    const rest = { strategy: 'race', refinements: '7', acceleration: 'squarem', subsample: 'yes' } as const
    expect(readSettings(form(rest), 100).settings).toMatchObject({ ...rest, refinements: 7, subsample: true })
  })

  it('an empty eigenvalue ratio is no bound', () => {
    const ratioOf = (eigenvalueRatio: string) =>
      readSettings(form({ eigenvalueRatio }), 100).settings?.eigenvalueRatio
    expect([ratioOf(' '), ratioOf('1e3')]).toEqual([null, 1000])
  })

  it.each([
    ['columns', { columns: [] }],
    ['restarts', { restarts: '0' }],
    ['restarts', { restarts: '1e9' }],
    ['seed', { seed: '-1' }],
    ['seed', { seed: '4294967296' }],
    ['tolerance', { tolerance: '0' }],
    ['maxIterations', { maxIterations: '1.5' }],
    ['regularisation', { regularisation: '-1e-6' }],
    ['regularisation', { regularisation: 'Infinity' }],
    ['refinements', { refinements: '-1' }],
    ['refinements', { refinements: '10001' }],
    ['eigenvalueRatio', { eigenvalueRatio: '0.5' }],
    ['eigenvalueRatio', { eigenvalueRatio: 'x' }],
  ] as const)('%s is refused at its own field and no other', (field, rest) => {
    expect(Object.keys(errorsOf(rest as Partial<SettingsForm>))).toEqual([field])
  })

  it('says what was typed and what would do', () => {
    expect(errorsOf({ seed: 'x' }).seed).toBe(
      '“x” cannot be used. Type a whole number from 0 to 4,294,967,295.',
    )
    expect(errorsOf({ seed: ' ' }).seed).toBe('Type a whole number from 0 to 4,294,967,295.')
  })
})
