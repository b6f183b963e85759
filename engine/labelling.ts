import { NOISE_LABEL } from '../core/mixture/partition.ts'
import type { Mixture } from '../core/mixture/types.ts'
import type { WorkControl } from '../workers/control.ts'
import type { Pool } from '../workers/pool.ts'

/** Which arrays are wanted besides the labels. */
export interface Wanted {
  uncertainty?: boolean
  logDensity?: boolean
  posteriors?: boolean
  /** Responsibilities of the noise. */
  noise?: boolean
}

/** Labels of a run of rows; arrays over shared memory. */
export interface Labelling {
  /** 0-based component; 254 for noise, 255 for a row with a missing value. */
  labels: Uint8Array
  uncertainty: Float64Array | null
  logDensity: Float64Array | null
  /** [rows × K] row-major. */
  posteriors: Float64Array | null
  /** Responsibilities of the noise [rows]. */
  noise: Float64Array | null
}

const SMALL = 8_192

/** Room for the labels of so many rows. */
export function createLabelling(rows: number, components: number, wanted: Wanted): Labelling {
  return {
    labels: new Uint8Array(new SharedArrayBuffer(rows)),
    uncertainty: wanted.uncertainty === true ? shared(rows) : null,
    logDensity: wanted.logDensity === true ? shared(rows) : null,
    posteriors: wanted.posteriors === true ? shared(rows * components) : null,
    noise: wanted.noise === true ? shared(rows) : null,
  }
}

/** The room of the first rows of a labelling. */
export function firstRows(
  { labels, uncertainty, logDensity, posteriors, noise }: Labelling,
  rows: number,
  components: number,
): Labelling {
  return {
    labels: labels.subarray(0, rows),
    uncertainty: uncertainty?.subarray(0, rows) ?? null,
    logDensity: logDensity?.subarray(0, rows) ?? null,
    posteriors: posteriors?.subarray(0, rows * components) ?? null,
    noise: noise?.subarray(0, rows) ?? null,
  }
}

/**
 * Labels all rows of the columns under a mixture, split over the threads of the pool; with a `partition`, which holds the cluster of each
 * component, by the clusters that components are merged into.
 */
export async function labelRows(
  pool: Pool,
  mixture: Mixture,
  columns: readonly Float64Array[],
  wanted: Wanted,
  control: WorkControl,
  partition: Uint8Array | null = null,
): Promise<Labelling> {
  const rows = columns[0]?.length ?? 0
  const room = createLabelling(rows, mixture.components, wanted)
  return await labelInto(pool, mixture, columns, room, control, partition)
}

/** The same into room that is there already, for as many rows as the columns have. */
export async function labelInto(
  pool: Pool,
  mixture: Mixture,
  columns: readonly Float64Array[],
  result: Labelling,
  control: WorkControl,
  partition: Uint8Array | null = null,
): Promise<Labelling> {
  const rows = columns[0]?.length ?? 0
  const parts = rows <= SMALL ? 1 : pool.threads
  const size = Math.ceil(rows / parts)
  await Promise.all(
    Array.from({ length: parts }, (_, part) =>
      pool.run('label-rows', {
        mixture,
        partition,
        columns: [...columns],
        from: Math.min(part * size, rows),
        to: Math.min((part + 1) * size, rows),
        ...result,
        control: control.buffer,
      }),
    ),
  )
  return result
}

/** A new array over shared memory, all zeros. */
export function shared(length: number): Float64Array {
  return new Float64Array(new SharedArrayBuffer(length * Float64Array.BYTES_PER_ELEMENT))
}

/** Rows labelled with each of K components. */
export function clusterSizes(labels: Uint8Array, components: number): number[] {
  const sizes = new Array<number>(components).fill(0)
  for (const label of labels) if (label < components) sizes[label] = sizes[label] + 1
  return sizes
}

/** Rows labelled as noise. */
export function noiseSize(labels: Uint8Array): number {
  let size = 0
  for (const label of labels) if (label === NOISE_LABEL) size++
  return size
}

/** What the rows labelled with each of K components weigh. */
export function clusterWeights(labels: Uint8Array, components: number, weights: Float64Array): number[] {
  const counts = new Array<number>(components).fill(0)
  for (let row = 0; row < labels.length; row++)
    if (labels[row] < components) counts[labels[row]] += weights[row]
  return counts
}

/** What the rows labelled as noise weigh. */
export function noiseWeight(labels: Uint8Array, weights: Float64Array): number {
  let count = 0
  for (let row = 0; row < labels.length; row++) if (labels[row] === NOISE_LABEL) count += weights[row]
  return count
}
