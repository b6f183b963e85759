import { describe, expect, it } from 'vitest'
import { readFit } from './fit-options.ts'

const FOURTEEN = 'EII VII EEI VEI EVI VVI EEE VEE EVE VVE EEV VEV EVV VVV'.split(' ')

describe('the options of fit', () => {
  it('have the defaults that the help names', () => {
    expect(readFit(['a.csv'])).toEqual({
      file: 'a.csv',
      dialect: {},
      columns: null,
      log: null,
      components: null,
      weights: null,
      start: null,
      settings: {
        covariances: ['VVV'],
        initialisation: 'mixed',
        restarts: 40,
        seed: 1,
        scaling: 'none',
        missing: 'drop',
        noise: false,
        tolerance: 1e-7,
        maxIterations: 2000,
        regularisation: { kind: 'relative', value: 1e-6 },
        strategy: 'full',
        prior: 'none',
        eigenvalueRatio: null,
        acceleration: 'squarem',
        subsample: false,
        criterion: 'bic',
      },
      refinements: null,
      threads: null,
      outputs: { labels: null, report: null, script: null, model: null },
      json: false,
      known: null,
      merge: null,
      allowSpurious: false,
      quiet: false,
    })
  })

  it('take covariance models by either name, once each, or all', () => {
    expect(readFit(['a', '--covariance', 'full,EEE,tied,spherical']).settings.covariances).toEqual([
      'VVV',
      'EEE',
      'VII',
    ])
    expect(readFit(['a', '--covariance', 'all']).settings.covariances).toEqual(FOURTEEN)
    expect(readFit(['a', '--covariance', 'tied, all']).settings.covariances).toEqual(FOURTEEN)
    expect(readFit(['a', '--covariance', FOURTEEN.join(',')]).settings.covariances).toEqual(FOURTEEN)
  })

  it('climb a start of the person’s own step by step, unless asked otherwise', () => {
    expect(readFit(['a', '--start', 's.json']).settings.acceleration).toBe('none')
    const asked = ['a', '--start', 's.json', '--acceleration', 'squarem']
    expect(readFit(asked).settings.acceleration).toBe('squarem')
  })

  it('take one number of components or a range', () => {
    expect(readFit(['a', '--components', '3']).components).toEqual({ from: 3, to: 3 })
    expect(readFit(['a', '--components=2-5']).components).toEqual({ from: 2, to: 5 })
  })

  it('take an absolute regularisation instead of the relative one', () => {
    expect(readFit(['a', '--reg-covar', '1e-6']).settings.regularisation).toEqual({
      kind: 'absolute',
      value: 1e-6,
    })
  })

  it('take a delimiter by its mark or its name', () => {
    for (const name of ['\t', '\\t', 'tab'])
      expect(readFit(['a', '--delimiter', name]).dialect).toEqual({ delimiter: '\t' })
    expect(readFit(['a', '--header', 'no', '--decimal', ',']).dialect).toEqual({
      header: false,
      decimal: ',',
    })
  })

  it.each([
    [['a', '--components', '0'], /--components must be a whole number from 1 to 100/],
    [['a', '--components', '5-2'], /first number is above the last/],
    [['a', '--components', 'three'], /a number or a range such as 1-9/],
    [['a', '--restarts', '1.5'], /--restarts must be a whole number/],
    [['a', '--seed', '0x10'], /--seed must be a whole number/],
    [['a', '--tolerance', '0'], /--tolerance must be a number above 0/],
    [['a', '--regularisation=-1'], /--regularisation must be a number of 0 or more/],
    [['a', '--regularisation', '1', '--reg-covar', '1'], /instead of --regularisation/],
    [['a', '--covariance', 'VVV,XXX'], /no model “XXX”. There are EII, VII, .*, VVV; full \(VVV\)/],
    [['a', '--covariance', 'vev'], /no model “vev”/],
    [['a', '--covariance', 'constructor'], /no model “constructor”/],
    [['a', '--init', 'best'], /--init must be one of mixed/],
    [['a', '--init', 'swap'], /--init must be one of mixed/],
    [['a', '--strategy', 'slow'], /--strategy must be one of full, race/],
    [['a', '--refinements', '10001'], /--refinements must be a whole number from 0 to 10000/],
    [['a', '--prior', 'wishart'], /--prior must be one of none, conjugate/],
    [['a', '--eigenvalue-ratio', '0.5'], /--eigenvalue-ratio must be a number of 1 or more/],
    [['a', '--acceleration', 'yes'], /--acceleration must be one of none, squarem/],
    [['a', '--subsample', 'true'], /--subsample must be one of yes, no/],
    [['a', '--script', 'x.txt'], /--script writes Python \(NAME\.py\) or R \(NAME\.R\), not “x\.txt”/],
    [['a', '--plot', 'x.svg'], /--plot is not there yet/],
    [['a', '--start', 's.json', '--restarts', '40'], /leave out --restarts/],
    [['a', '--start', 's.json', '--init', 'mixed'], /leave out --init/],
    [['a', '--start', 's.json', '--strategy', 'race'], /leave out --strategy race/],
    [['a', '--start', 's.json', '--refinements', '5'], /leave out --refinements/],
    [['a', '--start', 's.json', '--subsample', 'yes'], /leave out --subsample yes/],
    [['a', '--posteriors'], /give --labels/],
    [['a', '--frobnicate'], /There is no option --frobnicate/],
    [['a', '--json=yes'], /--json takes no value/],
    [['a', '--seed'], /--seed needs a value/],
    [['a', 'b'], /Too many files: “b”/],
    [[], /Say which file: basin fit FILE/],
  ])('refuse %j in words', (args, message) => {
    expect(() => readFit(args)).toThrowError(message)
  })

  it('take what says how to search', () => {
    const asked =
      'a --init hierarchical --strategy race --refinements 7 --acceleration squarem --subsample yes'
    const { settings, refinements } = readFit(asked.split(' '))
    expect(settings).toMatchObject({
      initialisation: 'hierarchical',
      strategy: 'race',
      acceleration: 'squarem',
      subsample: true,
    })
    expect(refinements).toBe(7)
  })

  it('take what keeps covariances from collapsing', () => {
    const asked = 'a --prior conjugate --eigenvalue-ratio 100'
    expect(readFit(asked.split(' ')).settings).toMatchObject({ prior: 'conjugate', eigenvalueRatio: 100 })
  })

  it('leave refinements to the data unless they are asked for, and have none beside a start', () => {
    expect(readFit(['a']).refinements).toBeNull()
    expect(readFit(['a', '--refinements', '0']).refinements).toBe(0)
    expect(readFit(['a', '--start', 's.json']).refinements).toBe(0)
  })

  it('take beside a start what asks for no search', () => {
    const asked = 'a --start s.json --strategy full --refinements 0 --subsample no --prior conjugate'
    expect(() => readFit(asked.split(' '))).not.toThrow()
  })
})
