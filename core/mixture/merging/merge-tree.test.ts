import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createPosterior } from '../posterior.ts'
import { columnsOf } from '../reference/reference.ts'
import type { Mixture } from '../types.ts'
import { findElbow } from './elbow.ts'
import { createMergeTree, type MergeStep } from './merge-tree.ts'
import { mergedPosterior } from './merged-posterior.ts'
import { addPairs, emptySums } from './pair-sums.ts'

interface Expected {
  weights: number[]
  means: number[]
  covariances: number[]
  /** By the number of clusters, from 1. */
  entropy: number[]
  mergedRows: number[]
  partitions: number[][]
  sizes: number[][]
  elbow: number
}

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8')
const references = JSON.parse(read('reference.json')) as Record<'crescent' | 'iris', Expected>
const COLUMNS = {
  crescent: ['x', 'y'],
  iris: ['sepal_length', 'sepal_width', 'petal_length', 'petal_width'],
}

function stepsOf(responsibilities: Float64Array, weights: Float64Array): MergeStep[] {
  const tree = createMergeTree(weights)
  const rows = responsibilities.length / weights.length
  for (let pass = tree.next(); pass !== null; pass = tree.next()) {
    const sums = emptySums(pass.clusters)
    addPairs(sums, responsibilities, rows, pass, pass.fresh)
    tree.take(sums)
  }
  return tree.steps
}

function load(name: 'crescent' | 'iris') {
  const expected = references[name]
  const columns = columnsOf(read(`../../../samples/${name}.csv`), COLUMNS[name])
  const mixture: Mixture = {
    components: expected.weights.length,
    dimension: columns.length,
    weights: Float64Array.from(expected.weights),
    means: Float64Array.from(expected.means),
    covariances: Float64Array.from(expected.covariances),
  }
  const posteriors = new Float64Array(columns[0].length * mixture.components)
  createPosterior(mixture).evaluate(columns, 0, columns[0].length, {
    labels: null,
    uncertainty: null,
    logDensity: null,
    posteriors,
  })
  return { expected, columns, mixture, steps: stepsOf(posteriors, mixture.weights) }
}

/** Which components are together, whatever the clusters are called. */
const together = (partition: readonly number[]) => partition.map((own) => partition.indexOf(own))
const ascending = (sizes: readonly number[]) => [...sizes].sort((a, b) => a - b)

describe.each(['crescent', 'iris'] as const)('merging the components of %s', (name) => {
  it('joins the pairs, and has the entropies, that clustCombi of mclust has', () => {
    const { expected, steps } = load(name)
    const K = expected.weights.length
    expect(steps.map(({ clusters }) => clusters)).toEqual(Array.from({ length: K }, (_, i) => K - i))
    for (const step of steps) {
      const at = step.clusters - 1
      expect(Math.abs(step.entropy - expected.entropy[at])).toBeLessThan(1e-6)
      expect(together(step.partition)).toEqual(together(expected.partitions[at]))
      expect(ascending(step.sizes)).toEqual(ascending(expected.sizes[at]))
      expect(step.mergedRows).toBe(expected.mergedRows[at] ?? 0)
    }
    const upward = steps.toReversed()
    const elbow = findElbow(
      upward.map(({ clusters }) => clusters),
      upward.map(({ entropy }) => entropy),
    )
    expect(upward[elbow?.at ?? -1].clusters).toBe(expected.elbow)
  })

  it('labels rows by the sum of the responsibilities of a cluster', () => {
    const { columns, mixture, steps } = load(name)
    for (const { partition, sizes } of steps) {
      const labels = new Uint8Array(columns[0].length)
      const uncertainty = new Float64Array(columns[0].length)
      const target = { labels, uncertainty, logDensity: null, posteriors: null }
      const merged = mergedPosterior(createPosterior(mixture), Uint8Array.from(partition))
      merged.evaluate(columns, 0, labels.length, target)
      expect(sizes.map((_, cluster) => labels.filter((label) => label === cluster).length)).toEqual(sizes)
      expect(Math.max(...uncertainty)).toBeLessThan(1 - 1 / (sizes.length + 1e-9) + 1e-9)
    }
  })
})

describe('a crooked cluster of which the mixture makes three components', () => {
  it('is one cluster of three at the elbow of the entropy', () => {
    const { steps } = load('crescent')
    const three = steps.find(({ clusters }) => clusters === 3)
    expect(together(three?.partition ?? [])).toEqual([0, 0, 2, 3, 0])
    expect(three?.joined).toEqual([[0, 1], [4]])
  })
})

describe('merging', () => {
  it('leaves rows of NaN out', () => {
    const [step] = stepsOf(Float64Array.of(0.5, 0.5, NaN, NaN, 1, 0), Float64Array.of(0.6, 0.4))
    expect(step.entropy).toBeCloseTo(Math.LN2, 12)
    expect(step.sizes).toEqual([2, 0])
  })

  it('of one component has one step, without entropy', () => {
    expect(stepsOf(Float64Array.of(1, 1), Float64Array.of(1))).toEqual([
      {
        clusters: 1,
        entropy: 0,
        joined: null,
        mergedRows: 0,
        mergedCount: 0,
        partition: [0],
        sizes: [2],
        counts: [2],
      },
    ])
  })

  it('labels a row with the cluster of two components that each explain less of it than a third', () => {
    const responsibilities = Float64Array.of(0.4, 0.3, 0.3)
    const stub = {
      evaluate: (
        _columns: readonly Float64Array[],
        _from: number,
        _to: number,
        target: { posteriors: Float64Array | null },
      ) => target.posteriors?.set(responsibilities),
    }
    const labels = new Uint8Array(1)
    const uncertainty = new Float64Array(1)
    const target = { labels, uncertainty, logDensity: null, posteriors: null }
    mergedPosterior(stub, Uint8Array.of(0, 1, 1)).evaluate([Float64Array.of(0)], 0, 1, target)
    expect(labels[0]).toBe(1)
    expect(uncertainty[0]).toBeCloseTo(0.4, 12)
  })
})

describe('the elbow', () => {
  it('is where two lines meet', () => {
    const y = [0, 1, 2, 3, 13, 23]
    const elbow = findElbow([1, 2, 3, 4, 5, 6], y)
    expect(elbow).toMatchObject({ at: 3, left: { slope: 1 } })
    expect(elbow?.right.slope).toBeCloseTo(10, 12)
  })

  it('needs three points', () => {
    expect(findElbow([1, 2], [0, 5])).toBeNull()
  })
})
