import { describe, expect, it } from 'vitest'
import type { ClusterStability } from '../../../contract/resampling-views.ts'
import type { CoassignmentView, ModelView, PointsView } from '../../../contract/views.ts'
import { tableAgreement, tableCoassignment } from './agreement.ts'
import { tableBins, tableCounts } from './bars.ts'
import type { ChartTable } from './chart-table.ts'
import { tableClimb } from './climb.ts'
import { tableEntropy } from './entropy.ts'
import { tableJaccard } from './jaccard.ts'
import { tablePairs } from './pairs.ts'
import { tablePlane } from './plane.ts'
import { tableProfiles } from './profiles.ts'
import { tableTraces } from './traces.ts'

/** The whole table as it is read. */
const read = (table: ChartTable) => [
  table.columns.map(({ name }) => name).join(' | '),
  ...Array.from({ length: table.rows }, (_, row) => table.cellsOf(row).join(' | ')),
]

/** Two components in two columns: around (1, 10) and (3, 30). */
const model: ModelView = {
  fit: 'f1',
  restart: 'VVV-2-0',
  columns: ['x', 'y'],
  weights: Float64Array.of(0.25, 0.75),
  means: Float64Array.of(1, 10, 3, 30),
  covariances: Float64Array.of(4, 3, 3, 9, 1, 0, 0, 4),
  sizes: [25, 75],
}
const named = (component: number) => ['first', 'second'][component] ?? ''

describe('the numbers behind the charts', () => {
  it('of curves are the log-likelihoods after 1, 2, 5, 10 iterations and at the end', () => {
    const trace = Float64Array.of(-9, -8, -7.5, -7.25, -7.125, -7)
    const restarts = {
      count: 2,
      at: (row: number) =>
        row === 0
          ? { name: 'restart 4', solution: 'A', trace }
          : { name: 'restart 1', solution: '–', trace: new Float64Array() },
    }
    const plan = { longest: 6, top: -6, chosen: 1 }
    const table = tableTraces(restarts, { ...plan, scale: 'log-likelihood' })
    expect(read(table)).toEqual([
      'Restart | Solution | Iterations | At its end | After 1 | After 2 | After 5',
      'restart 4 | A | 6 | −7.000 | −9.000 | −8.000 | −7.125',
      'restart 1 | – | 0 | – |  |  | ',
    ])
    expect(table.chosen).toBe(1)
    expect(
      tableTraces(restarts, { ...plan, scale: 'gap' })
        .cellsOf(0)
        .slice(3),
    ).toEqual(['1', '3', '2', '1.125'])
  })

  it('of a scatter are the components as they lie in its plane, in the order asked for', () => {
    const points: PointsView = {
      x: new Float32Array(),
      y: new Float32Array(),
      centre: { x: 0, y: 0 },
      rows: new Uint32Array(),
      usable: 0,
      axisNames: { x: 'y', y: 'x' },
      projection: { basis: Float64Array.of(0, 1, 1, 0), origin: Float64Array.of(0, 0) },
    }
    expect(read(tablePlane(points, model, [1, 0], named))).toEqual([
      'Cluster | Rows | Weight | Mean of y | SD of y | Mean of x | SD of x | Correlation',
      'second | 75 | 75 % | 30 | 2 | 3 | 1 | 0.000',
      'first | 25 | 25 % | 10 | 3 | 1 | 2 | 0.500',
    ])
  })

  it('of a scatter matrix are all components of a panel, then of the next', () => {
    const pair = { across: { name: 'x', at: 0 }, up: { name: 'y', at: 1 } }
    expect(read(tablePairs([pair], model, [0, 1], named))).toEqual([
      'Across, up | Cluster | Mean across | SD across | Mean up | SD up | Correlation',
      'x, y | first | 1 | 2 | 10 | 3 | 0.500',
      'x, y | second | 3 | 1 | 30 | 2 | 0.000',
    ])
  })

  it('of profiles are mean and deviation in each column’s own units', () => {
    expect(read(tableProfiles([{ name: 'y', at: 1 }], model, [1, 0], named))).toEqual([
      'Cluster | y',
      'second | 30 ± 2',
      'first | 10 ± 3',
    ])
  })

  it('of bars are their bounds and counts', () => {
    expect(read(tableBins({ edges: [0, 0.5, 1], counts: [1200, 3] }, 'T', 'samples'))).toEqual([
      'From | To | samples',
      '0 | 0.5 | 1,200',
      '0.5 | 1 | 3',
    ])
    const counts = [
      { name: '2', count: 3, own: false },
      { name: '3', count: 97, own: true },
    ]
    const table = tableCounts(counts, 'components', 'replicates')
    expect(read(table)).toEqual(['components | replicates', '2 | 3', '3 | 97'])
    expect(table.chosen).toBe(1)
  })

  it('of the stability of clusters are its mean, its interval and its grade', () => {
    const cluster = { mean: 0.9, low: 0.8, high: 1, grade: 'highly-stable' } as unknown as ClusterStability
    expect(tableJaccard([cluster], [4]).cellsOf(0).slice(0, 4)).toEqual(['5', '0.900', '0.800', '1.000'])
  })

  it('of merging begin with one cluster, and the number chosen is pointed out', () => {
    const step = (clusters: number, entropy: number) => ({ clusters, entropy, mergedCount: 10 * clusters })
    const view = { steps: [step(3, 9), step(2, 4), step(1, 0)] } as unknown as Parameters<
      typeof tableEntropy
    >[0]
    const table = tableEntropy(view, 'clusters', 2)
    expect(read(table)).toEqual(['Clusters | Entropy', '1 | 0', '2 | 4', '3 | 9'])
    expect(table.chosen).toBe(1)
  })

  it('of agreement are the shares of votes that some row has', () => {
    const view = { counts: Uint32Array.of(0, 2, 0, 0, 98), total: 4 } as unknown as Parameters<
      typeof tableAgreement
    >[0]
    expect(read(tableAgreement(view))).toEqual([
      'Agreement | Votes | Rows',
      '0.250 | 1 | 2',
      '1.000 | 4 | 98',
    ])
  })

  it('of co-assignment are means over pairs of different rows, and clusters without rows are left out', () => {
    // Three rows of cluster 0, two of them alike, and one row of cluster 2.
    const view: CoassignmentView = {
      rows: Uint32Array.of(0, 1, 2, 3),
      sizes: [3, 0, 1],
      pattern: Uint32Array.of(0, 0, 1, 2),
      together: Float32Array.of(1, 0.5, 0, 0.5, 1, 0.25, 0, 0.25, 1),
      patterns: 3,
      of: 4,
    }
    expect(read(tableCoassignment(view, [0, 1, 2]))).toEqual([
      'Cluster | with 1 | with 3',
      `1 | ${((1 + 0.5 + 0.5) / 3).toFixed(3)} | ${(0.25 / 3).toFixed(3)}`,
      `3 | ${(0.25 / 3).toFixed(3)} | –`,
    ])
  })

  it('of two climbs in step are the heights at every iteration that one of them has kept', () => {
    const replay = (iterations: number[], logLikelihoods: number[]) =>
      ({
        iterations: Int32Array.from(iterations),
        logLikelihoods: Float64Array.from(logLikelihoods),
      }) as never
    const table = tableClimb(
      [
        { name: 'A', replay: replay([0, 1, 3], [-3, -2, -1]) },
        { name: 'B', replay: replay([0, 2], [-5, -4]) },
      ],
      2,
    )
    expect(read(table)).toEqual([
      'Iteration | A | B',
      '0 | −3.0000 | −5.0000',
      '1 | −2.0000 | ',
      '2 |  | −4.0000',
      '3 | −1.0000 | ',
    ])
    expect(table.iterations[table.chosen ?? -1]).toBe(2)
  })
})
