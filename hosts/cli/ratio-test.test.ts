import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { captured } from './captured.ts'
import { run } from './main.ts'

const faithful = fileURLToPath(new URL('../../samples/old-faithful.csv', import.meta.url))
const asked = ['test', faithful, '--covariance', 'EEE', '--restarts', '4', '--refinements', '0']
const few = ['--samples', '24', '--sample-restarts', '2']

interface Tests {
  settings: { components: unknown }
  components: number | null
  tests: { components: number; supported: boolean; p: number; statistics: number[]; without: number }[]
}

describe('basin test', () => {
  it('tests one number of components after another until one more is not supported', async () => {
    const { status, out, err } = await captured([...asked, ...few, '--components', '1-6', '--json'])
    expect([status, err]).toEqual([0, ''])
    const found = JSON.parse(out) as Tests
    expect(found).toMatchObject({ format: 'basin.test', version: 1, level: 0.05 })
    const { tests, components } = found
    expect(tests.map((each) => each.components)).toEqual(tests.map((_, at) => at + 1))
    expect(tests.slice(0, -1).every(({ supported, p }) => supported && p <= 0.05)).toBe(true)
    expect(tests[0]).toMatchObject({ covariance: 'EEE', asked: 24, done: 24, exceedances: 0, fitted: false })
    expect(tests[0].statistics.length).toBe(24 - tests[0].without)
    const last = tests.at(-1)
    expect(last).toMatchObject({ supported: false, early: true })
    expect(components).toBe(last?.components)
  })

  it('of one number is one test, which a person reads as a sentence', async () => {
    const { status, out } = await captured([...asked, ...few, '--components', '1'])
    expect(status).toBe(0)
    expect(out).toMatch(
      /EEE: One more component is supported at 5 % \(p = 0\.04\d*\): 2 components instead of 1\. T = 299\.\d\d; 0 of \d\d samples/,
    )
  })

  it('refuses before the fit what cannot be tested', async () => {
    for (const [options, words] of [
      [['--noise'], 'Run the fit without the noise component'],
      [['--samples', '18'], '--samples must be a whole number from 19 to 10000'],
      [['--covariance', 'EEE,VVV'], 'tests one covariance model at a time'],
      [['--components', '100'], '--components of a test are at most 99'],
    ] as const) {
      const { status, out, err } = await captured([...asked, ...options])
      expect([status, out]).toEqual([2, ''])
      expect(err).toContain(words)
    }
  })

  it('that is stopped shows what was found by then, and ends with 130', async () => {
    const stopper = new AbortController()
    let [out, err] = ['', '']
    const terminal = {
      print: (text: string) => void (out += text),
      complain: (text: string) => void (err += text),
      progress: (line: string) => {
        if (/^[1-9]\d* of 9,999 samples/.test(line)) stopper.abort()
      },
      interrupted: stopper.signal,
    }
    const options = ['--components', '1-2', '--samples', '9999', '--sample-restarts', '1', '--json']
    const status = await run([...asked, ...options], terminal, () => Promise.reject(new Error('not served')))
    expect(status).toBe(130)
    expect(err).toContain('Stopped before the end')
    const { tests } = JSON.parse(out) as Tests
    expect(tests).toMatchObject([{ components: 1, stopped: true }])
  })
})
