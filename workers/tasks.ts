import type { DiscriminantPlane } from '../core/geometry/discriminant.ts'
import type { Region } from '../core/geometry/region.ts'
import type { RowCounts } from '../core/mixture/certainty/silhouette.ts'
import type { OverlapSums } from '../core/mixture/certainty/overlap.ts'
import type { Examination } from '../core/mixture/diagnosis/examine.ts'
import type { Pass } from '../core/mixture/merging/merge-tree.ts'
import type { PairSums } from '../core/mixture/merging/pair-sums.ts'
import type { Asked, Looked } from '../core/mixture/preflight/concern.ts'
import type { Foresight } from '../core/mixture/preflight/foresee.ts'
import type { Preparation, Weighting } from '../core/mixture/prepare.ts'
import type { Mixture, Prepared, RestartOutcome, RestartRequest, Scaling } from '../core/mixture/types.ts'
import type { Resampling } from '../core/resampling/resample.ts'
import type { Transform } from '../core/table/derive.ts'
import type { ColumnSummary } from '../core/table/profile.ts'
import type { DialectChoice } from '../contract/schemas.ts'
import type { ColumnProfile, Dialect, Warning } from '../contract/views.ts'
import type { Pilot } from './pilots.ts'

/** The rows with fewer cells than columns, in rising order, and how many cells each has. Arrays are shared. */
export interface ShortRows {
  rows: Uint32Array
  cells: Uint32Array
}

/** A file as the import task leaves it. Arrays are over SharedArrayBuffer and never copied between threads. */
export interface ImportedFile {
  bytes: number
  /** Modification time in milliseconds, to notice that the file changed under us. */
  modified: number
  /** When its place on the disk last changed in any way (ms): a write cannot set that back. */
  touched: number
  /** SHA-256 of the bytes, hexadecimal. */
  hash: string
  /** Where its text can be read by the offsets below: the file itself, or the unpacked copy of a packed one. */
  textPath: string
  /** How the file is packed; null where it is not. */
  compression: 'gzip' | null
  blankLines: number
  commentLines: number
  dialect: Dialect
  /** Bytes per code unit of the file: 2 for UTF-16, else 1. */
  unit: 1 | 2
  rows: number
  columns: ColumnProfile[]
  /** Values per column, NaN where missing or rejected; null for a column that is not numeric. */
  values: (Float64Array | null)[]
  /** Byte offset of the first byte of each data row [rows]. */
  rowStarts: Float64Array
  /** Byte offset just behind the last byte of each data row's content, before its line end [rows]. */
  rowEnds: Float64Array
  /** Byte offset just behind the header's content, before its line end; null without a header. */
  headerEnd: number | null
  /** Columns that the header has no cell for at its end; 0 without a header. */
  headerLacks: number
  shortRows: ShortRows
  /** Blank lines between the rows are rows without a value: the table has one column. */
  blankRows: boolean
  rejectedCells: number
  warnings: Warning[]
}

export interface Tasks {
  'import-file': {
    input: { path: string; dialect: DialectChoice; control: SharedArrayBuffer }
    output: ImportedFile
  }
  /** A column computed from another, in shared memory. */
  'derive-column': {
    input: { values: Float64Array; transform: Transform }
    output: { values: Float64Array; summary: ColumnSummary }
  }
  /** What will go wrong with a fit of these columns, and trial runs of restarts on a sample; null for one that gave nothing. */
  'look-ahead': {
    input: {
      columns: Looked[]
      /** Rows whose weight is not above 0 are left out; null where all count. */
      weights: Float64Array | null
      asked: Asked
      requests: RestartRequest[]
      control: SharedArrayBuffer
    }
    output: { foresight: Foresight; pilots: (Pilot | null)[] }
  }
  /** Cells of a run of rows: bytes [from, to) of the file, tokenised. */
  'read-rows': {
    input: {
      path: string
      from: number
      to: number
      rows: number
      columns: number
      dialect: Dialect
      blankRows: boolean
    }
    output: string[][]
  }
  /** One column of a run of rows: which of its different texts each row holds. */
  'read-texts': {
    input: Tasks['read-rows']['input'] & { column: number }
    output: { codes: Uint32Array; texts: string[] }
  }
  'prepare-rows': {
    /** `control` is a WorkControl's; without one it cannot be stopped. */
    input: {
      columns: Float64Array[]
      scaling: Scaling
      /** Absent or null where every row counts once. */
      weighting?: Weighting | null
      /** Whether rows with missing cells are used as they are; not with a weighting. */
      gaps?: boolean
      /** Rows drawn again from these are packed; absent: all that can be used. */
      resampling?: Resampling
      /** Whether fits are to have a noise component. */
      noise?: boolean
      control?: SharedArrayBuffer
    }
    output: Preparation
  }
  /** Rows drawn from a mixture, as columns and packed. */
  'simulate-rows': {
    input: { mixture: Mixture; rows: number; seed: number; scaling: Scaling }
    output: Preparation & { columns: Float64Array[] }
  }
  'run-restart': {
    input: {
      prepared: Prepared
      request: RestartRequest
      memory: SharedArrayBuffer
      slot: number
      /** Where other threads can share its passes; absent or null where none shall. */
      desk?: SharedArrayBuffer | null
      /** Where it leaves its parameters as it goes; absent or null where nobody reads them. */
      snapshot?: SharedArrayBuffer | null
      /** Where it leaves its parameters after chosen iterations (see `Recording`); absent or null where none are kept. */
      recording?: SharedArrayBuffer | null
    }
    output: RestartOutcome & { seconds: number }
  }
  /** The parameters that a restart climbs from; null where it has none. Rejected as `cancelled` where it was stopped. */
  'start-mixture': {
    input: { prepared: Prepared; request: RestartRequest; control: SharedArrayBuffer }
    output: Mixture | null
  }
  /** Several short restarts of one fit, one after another. Several may have one slot, one after another as well. */
  'run-restarts': {
    input: {
      prepared: Prepared
      memory: SharedArrayBuffer
      restarts: {
        request: RestartRequest
        slot: number
        snapshot: SharedArrayBuffer | null
        /** Its trace is wanted, which the next in its slot overwrites. */
        traced: boolean
      }[]
    }
    /** In the same order. */
    output: { outcome: RestartOutcome & { seconds: number }; trace: Float64Array | null }[]
  }
  /** Shares the passes of a running restart; `assist` runs it. */
  'assist-restart': {
    input: { prepared: Prepared; memory: SharedArrayBuffer; desk: SharedArrayBuffer }
    /** Segments of passes it summed. */
    output: { segments: number }
  }
  /** The plane of two principal components (counted from 1), or the one that separates labelled rows most. */
  'span-plane': {
    input: {
      columns: Float64Array[]
      by: { ranks: [number, number] } | { labels: Uint8Array; clusters: number }
    }
    output: DiscriminantPlane
  }
  /** Labels rows [from, to) of whole columns; rows with a missing value get label 255, noise 254. Results go into shared arrays. */
  'label-rows': {
    input: {
      mixture: Mixture
      /** The cluster of each component [K], whose labels and uncertainties are wanted; null for those of the components. */
      partition: Uint8Array | null
      columns: Float64Array[]
      from: number
      to: number
      labels: Uint8Array
      uncertainty: Float64Array | null
      logDensity: Float64Array | null
      /** [rows × K] row-major, or null. */
      posteriors: Float64Array | null
      /** Responsibilities of the noise [rows], or null. */
      noise: Float64Array | null
      control: SharedArrayBuffer
    }
    output: null
  }
  /** What merging clusters of a mixture would change, summed over rows [from, to) of whole columns. */
  'merge-sums': {
    input: {
      mixture: Mixture
      pass: Pass
      columns: Float64Array[]
      /** How much each row of the file counts [rows]; null where each counts once. */
      weights: Float64Array | null
      from: number
      to: number
      control: SharedArrayBuffer
    }
    output: PairSums
  }
  /** Rates rows [from, to) of whole columns: like `label-rows`, with entropies; its sums are those of the clusters of these rows. */
  'rate-rows': {
    input: {
      mixture: Mixture
      columns: Float64Array[]
      /** As of `merge-sums`. */
      weights: Float64Array | null
      from: number
      to: number
      labels: Uint8Array
      uncertainty: Float64Array
      logDensity: Float64Array
      entropy: Float64Array
      control: SharedArrayBuffer
    }
    output: OverlapSums
  }
  /** Sorts a shared array where it is, rising, NaN last; with weights in its first order, says what they weigh up to each place. */
  'sort-numbers': {
    input: { numbers: Float64Array; weights: Float64Array | null }
    output: Float64Array | null
  }
  /** Silhouette widths of all rows of the columns; NaN from where it was stopped. */
  silhouette: {
    input: {
      columns: Float64Array[]
      labels: Uint8Array
      clusters: number
      weights: RowCounts | null
      control: SharedArrayBuffer
    }
    output: Float64Array
  }
  /**
   * What makes the rows labelled with a component a degenerate one (see `examine`); of all rows used where `component` is null.
   * `labels` [rows]: 255 for a row that is not used; null: those with a finite value in every column are.
   */
  'examine-rows': {
    input: {
      columns: Float64Array[]
      /** Rows with a value in any column are used. */
      gaps: boolean
      labels: Uint8Array | null
      component: number | null
      needed: number
      control: SharedArrayBuffer
    }
    /** `spreads`: the columns' standard deviations over the rows used. */
    output: Examination & { spreads: Float64Array }
  }
  /** Sets the bits of the rows of [from, to) that lie in a region, in a shared mask; `from` is a multiple of 8. */
  'mark-region': {
    input: { region: Region; from: number; to: number; mask: Uint8Array }
    output: null
  }
}
export type TaskName = keyof Tasks
