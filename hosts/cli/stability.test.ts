import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { captured } from './captured.ts'
import { replicatesLine } from './replicates.ts'

const faithful = fileURLToPath(new URL('../../samples/old-faithful.csv', import.meta.url))
const asked = ['stability', faithful, '--components', '2', '--restarts', '4', '--refinements', '0']
const few = ['--replicates', '6', '--replicate-restarts', '1']

describe('basin stability', () => {
  it('says in JSON how well each cluster is found again, beside the data, the settings and the solution', async () => {
    const { status, out, err } = await captured([...asked, ...few, '--json'])
    expect([status, err]).toEqual([0, ''])
    expect(JSON.parse(out)).toMatchObject({
      ...{ format: 'basin.stability', version: 1, scheme: 'bootstrap', models: 'all' },
      ...{ asked: 6, done: 6, without: 0, stopped: false, restarts: 1, refinements: 0 },
      data: { file: 'old-faithful.csv', rowsUsed: 272 },
      settings: { restarts: 4, seed: 1 },
      solution: { id: 'VVV-2-A', hits: 4 },
      clusters: [
        { cluster: 1, grade: 'highly-stable', dissolved: 0 },
        { cluster: 2, grade: 'highly-stable', dissolved: 0 },
      ],
      chosen: [{ components: 2, covariance: 'VVV', replicates: 6 }],
      intervals: [{ cluster: 1 }, { cluster: 2 }],
    })
    const { clusters, solution, intervals } = JSON.parse(out) as {
      clusters: { jaccard: number[] }[]
      solution: { weights: number[]; means: number[][] }
      intervals: { weight: { value: number }; means: { value: number }[] }[]
    }
    expect(clusters[0].jaccard).toHaveLength(6)
    expect(intervals.map(({ weight }) => weight.value)).toEqual(solution.weights)
    expect(intervals.map(({ means }) => means.map(({ value }) => value))).toEqual(solution.means)
  })

  it('gives the same whatever the number of threads, but for the time', async () => {
    const run = async (threads: string) => {
      const { out } = await captured([
        ...asked,
        ...few,
        '--json',
        '--scheme',
        'subsample',
        '--threads',
        threads,
      ])
      return { ...(JSON.parse(out) as object), timing: null }
    }
    expect(await run('1')).toEqual(await run('2'))
  })

  it('is read by a person as a table of clusters, one of models and one of intervals', async () => {
    const { status, out } = await captured([...asked, ...few, '--models', 'cell'])
    expect(status).toBe(0)
    expect(out).toMatch(/VVV-2-A, .* 6 replicates of rows drawn with repeats, with 1 restart per model/)
    expect(out).toMatch(/ 1 +[\d.]+ +[\d.]+ to [\d.]+ +0 of 6 {2}highly stable\n/)
    expect(out).toContain('All 2 clusters are stable over 6 replicates')
    expect(out).toContain('Only this model was fitted, so nothing was chosen.')
    expect(out).toMatch(/ 2 {2}std\. dev\. of waiting +[\d.]+ +[\d.]+ +[\d.]+\n/)
  })

  it('refuses before the fit what cannot be made again on other rows, and says what to do', async () => {
    for (const [options, why] of [
      [['--noise'], /noise component.*Run the fit without the noise component/],
      [['--missing', 'em'], /missing cells.*Run the fit with rows with missing values left out/],
      [['--weights', 'waiting', '--columns', 'eruptions'], /have weights.*Run the fit without weights/],
    ] as const) {
      const { status, out, err } = await captured([...asked, ...options])
      expect([status, out]).toEqual([2, ''])
      expect(err).toMatch(why)
    }
  })

  it('refuses wrong options by name', async () => {
    for (const [option, value, words] of [
      ['--replicates', '1', '--replicates must be a whole number from 2 to 10000, not “1”'],
      ['--scheme', 'jackknife', '--scheme must be one of bootstrap, subsample'],
      ['--models', 'best', '--models must be one of all, cell'],
      ['--labels', 'out.csv', 'There is no option --labels'],
    ] as const) {
      const { status, err } = await captured([...asked, option, value])
      expect(status).toBe(2)
      expect(err).toContain(words)
    }
  })
})

it('progress of replicates is one line', () => {
  const view = { fit: 'f', asked: 1000, restarts: 1, refinements: 0, seconds: 3.14, stopped: false }
  expect(replicatesLine({ ...view, done: 37, secondsLeft: 75 }, 'replicate')).toBe(
    '37 of 1,000 replicates, 3.1 s, about 1 min 15 s left',
  )
  expect(replicatesLine({ ...view, done: 1000, secondsLeft: null }, 'sample')).toBe(
    '1,000 of 1,000 samples, 3.1 s',
  )
})
