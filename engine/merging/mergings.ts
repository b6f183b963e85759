import { findElbow } from '../../core/mixture/merging/elbow.ts'
import { createMergeTree, type MergeStep, type Pass } from '../../core/mixture/merging/merge-tree.ts'
import { emptySums, type PairSums } from '../../core/mixture/merging/pair-sums.ts'
import type { Mixture } from '../../core/mixture/types.ts'
import { EngineError } from '../../contract/errors.ts'
import { phrase } from '../../contract/words/say.ts'
import type { MergeView } from '../../contract/views.ts'
import type { WorkControl } from '../../workers/control.ts'
import type { Pool } from '../../workers/pool.ts'
import type { Fitted } from '../fits/fits.ts'
import { rowWeightsOf } from '../row-weights.ts'
import { cancelled } from '../work.ts'

/** The components of a restart merged into clusters, worked out once. */
export type Mergings = (fitted: Fitted, control: WorkControl) => Promise<MergeView>

/** Rows summed by one task. Sums of segments are added in their order, so that they do not depend on the number of threads. */
const SEGMENT = 32_768

export function createMergings(pool: Pool): Mergings {
  const known = new WeakMap<Mixture, MergeView>()
  return async ({ fit, mixture }, control) => {
    const before = known.get(mixture)
    if (before !== undefined) return before
    if (mixture.noise !== undefined) throw noiseStays()
    const view = await mergeAll(pool, { mixture, columns: fit.columns, weights: rowWeightsOf(fit) }, control)
    known.set(mixture, view)
    return view
  }
}

const noiseStays = () =>
  new EngineError(
    'not-available',
    phrase(
      'Components beside a noise component cannot be merged: its rows would belong to no cluster of theirs.',
    ),
    phrase('Fit without noise to merge components.'),
  )

interface Rows {
  mixture: Mixture
  columns: readonly Float64Array[]
  weights: Float64Array | null
}

async function mergeAll(pool: Pool, rows: Rows, control: WorkControl): Promise<MergeView> {
  const { mixture, columns } = rows
  const tree = createMergeTree(mixture.weights)
  control.report(0, columns[0].length * Math.max(1, mixture.components - 1), 0)
  for (let pass = tree.next(); pass !== null; pass = tree.next())
    tree.take(await sumOver(pool, rows, pass, control))
  return viewOf(tree.steps)
}

async function sumOver(
  pool: Pool,
  { mixture, columns, weights }: Rows,
  pass: Pass,
  control: WorkControl,
): Promise<PairSums> {
  const rows = columns[0].length
  const segments = await Promise.all(
    Array.from({ length: Math.ceil(rows / SEGMENT) }, (_, at) =>
      pool.run('merge-sums', {
        mixture,
        pass,
        columns: [...columns],
        weights,
        from: at * SEGMENT,
        to: Math.min((at + 1) * SEGMENT, rows),
        control: control.buffer,
      }),
    ),
  )
  if (control.stopped()) throw cancelled()
  const total = emptySums(pass.clusters)
  for (const sums of segments) for (let i = 0; i < total.length; i++) total[i] += sums[i]
  return total
}

function viewOf(steps: MergeStep[]): MergeView {
  const upward = steps.toReversed()
  const clusters = upward.map((step) => step.clusters)
  const entropy = upward.map((step) => step.entropy)
  const merged = upward.map(() => 0)
  upward.slice(0, -1).forEach(({ mergedCount }, at) => {
    merged[at + 1] = merged[at] + mergedCount
  })
  const elbow = findElbow(clusters, entropy)
  return {
    steps,
    rows: steps[0].sizes.reduce((sum, size) => sum + size, 0),
    elbow,
    elbowByRows: findElbow(merged, entropy),
    suggestion: clusters[elbow?.at ?? clusters.length - 1],
  }
}
