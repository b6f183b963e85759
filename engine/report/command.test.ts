import { describe, expect, it } from 'vitest'
import { readFit } from '../../hosts/cli/fit-options.ts'
import { settingsOf } from '../fixtures/bench.ts'
import type { FitSettings } from '../../contract/schemas.ts'
import type { Dataset } from '../datasets.ts'
import { MISSING_TOKENS } from '../../core/table/missing.ts'
import { besideArguments, commandOf, shellText } from './command.ts'

/** As much of an open file as a command is made of. */
function datasetOf(names: string[], dialect: object = {}): Dataset {
  const columns = names.map((name, index) => ({ index, name, format: null }))
  const usual = {
    delimiter: ',',
    quote: '"',
    decimal: '.',
    thousands: '',
    encoding: 'utf-8',
    header: true,
    comment: '',
    missing: MISSING_TOKENS,
    skip: 0,
  }
  return { name: 'data.csv', file: { columns, dialect: { ...usual, ...dialect } } } as unknown as Dataset
}

describe('the command of a fit, read as the command line reads it', () => {
  const cases: [string, Partial<FitSettings>][] = [
    ['defaults', {}],
    ['many models', { components: { from: 1, to: 9 }, covariances: ['EII', 'VVV'], criterion: 'icl' }],
    ['noise and weights', { noise: true, weights: { column: 2, kind: 'importance' } }],
    [
      'another search',
      { strategy: 'race', refinements: 17, subsample: true, acceleration: 'squarem', seed: 99 },
    ],
    [
      'bounds',
      { eigenvalueRatio: 12.5, prior: 'conjugate', regularisation: { kind: 'absolute', value: 1e-3 } },
    ],
    ['ends', { tolerance: 1e-9, maxIterations: 17, missing: 'em', scaling: 'robust' }],
  ]
  it.each(cases)('gives the same settings: %s', (_, changes) => {
    const settings = settingsOf(changes)
    const dataset = datasetOf(['a', 'b, c', 'w'])
    const [verb, ...args] = commandOf({ dataset, settings })
    expect(verb).toBe('fit')
    const read = readFit(args)
    const { columns, weights, components, refinements, ...rest } = settings
    expect(read.settings).toEqual(rest)
    expect(read.components).toEqual(components)
    expect(read.refinements).toBe(refinements)
    expect(read.columns).toBe(columns.map((at) => ['a', '#2', 'w'][at]).join(','))
    expect(read.weights).toEqual(weights === null ? null : { column: 'w', kind: weights.kind })
  })

  it.each([
    [{ delimiter: '\t', quote: "'", decimal: ',', thousands: '.', header: false, comment: '#', skip: 2 }],
    [{ delimiter: ';', quote: '', decimal: '.', thousands: '', header: true, comment: '', skip: 0 }],
    [{ delimiter: ' ', quote: '"', decimal: '.', thousands: "'", header: true, comment: '--', skip: 1 }],
  ])('says how the file is read, also where that is what is sniffed mostly: %j', (dialect) => {
    const [, ...args] = commandOf({ dataset: datasetOf(['a', 'b'], dialect), settings: settingsOf() })
    expect(readFit(args).dialect).toEqual({ ...dialect, encoding: 'utf-8' })
  })

  it('says which texts mean “no value” where these are not the usual ones', () => {
    const missing = ['-999', 'not known']
    const [, ...args] = commandOf({ dataset: datasetOf(['a', 'b'], { missing }), settings: settingsOf() })
    expect(readFit(args).dialect.missing).toEqual(missing)
  })

  it('asks for what the report has beside the fit', () => {
    const asked = { allowSpurious: true, known: 1, merged: 3 }
    const args = besideArguments(datasetOf(['a', 'b, c']), asked)
    expect(readFit(['data.csv', ...args])).toMatchObject({ known: '#2', merge: 3, allowSpurious: true })
  })
})

describe('a command on the screen', () => {
  it('quotes what looks like an option as well, and takes no name of a file for one', () => {
    const data = { ...datasetOf(['a', 'b'], { comment: '--' }), name: '--$(rm x).csv' }
    const [verb, ...args] = commandOf({ dataset: data, settings: settingsOf() })
    expect(readFit(args).dialect.comment).toBe('--')
    const text = shellText('basin', [verb, ...args])
    expect(text).toContain("fit './--$(rm x).csv'")
    expect(shellText('basin', ['fit', '--$(rm x)'])).toContain("'--$(rm x)'")
  })

  it('is safe to paste: what a shell would take for its own is quoted', () => {
    const text = shellText('basin', ['fit', "it's $(rm -rf x).csv", '--columns', 'a b,c', '--seed', '1'])
    expect(text).toBe("basin fit 'it'\\''s $(rm -rf x).csv' --columns 'a b,c' --seed 1")
  })

  it('breaks between options where a line would be long', () => {
    const names = 'a long name of a column,another long name of a column'
    const text = shellText('basin', ['fit', 'data.csv', '--columns', names, '--seed', '1', '--noise'])
    expect(text).toBe(`basin fit data.csv \\\n  --columns '${names}' --seed 1 \\\n  --noise`)
  })
})
