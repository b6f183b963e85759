import * as v from 'valibot'
import { DoubtfulInput, leastResponsibility, Outliers, outlierShare, Unclassified } from './certainty.ts'
import { COVARIANCE_MODELS } from './covariance-models.ts'
import { DialectChoice } from './dialect-choice.ts'
import { More } from './extension.ts'
import { finite, id, whole } from './fields.ts'
import { KnownAllInput, KnownCell, KnownInput, merged, Misplaced } from './known.ts'
import { LIMITS } from './limits.ts'
import { ModelFile } from './model-file.ts'
import { Preferences } from './preferences.ts'
import { RatioTestInput, StabilityInput } from './resampling.ts'
import type { RowMask } from './row-mask.ts'
import { ReportPageInput } from './report-page.ts'
import { FitSettings } from './settings.ts'
import { TRANSFORMS } from './transforms.ts'
import { RowWeighting } from './weighting.ts'
import type { Role } from './table-views.ts'
import { say } from './words/say.ts'

export { COVARIANCE_MODELS }
export * from './dialect-choice.ts'
export * from './model-file.ts'
export * from './settings.ts'
export * from './weighting.ts'

export const ROLES = ['cluster', 'weight', 'label', 'keep', 'ignore'] as const satisfies readonly Role[]
export const LANGUAGES = ['python', 'r'] as const

const restartOf = { fit: id, restart: id }
/** Adds a column that says which rows are unclassified or outliers, where either is given. */
const statusOf = { unclassified: v.optional(leastResponsibility), outliers: v.optional(outlierShare) }
const component = whole(0, LIMITS.components - 1, say('A component'))
const numbers = (what: string) =>
  v.pipe(
    v.custom<Float64Array>(
      (list) => list instanceof Float64Array,
      say('{what} must be a Float64Array', { what }),
    ),
    v.check((list) => list.every(Number.isFinite), say('{what} must be finite numbers', { what })),
  )
const rowMask = v.custom<RowMask>(
  (mask) => mask instanceof Uint8Array,
  say('A selection must be a Uint8Array'),
)
const polygon = v.pipe(
  numbers(say('The corners of a region')),
  v.check(
    (corners) => corners.length % 2 === 0 && corners.length >= 6,
    say('A region must have three corners'),
  ),
  v.check(
    (corners) => corners.length <= 2 * LIMITS.corners,
    say('A region must have at most {most} corners', { most: LIMITS.corners }),
  ),
)
const principal = whole(1, LIMITS.columns, say('A principal component'))
/** Log-likelihood below the best at which a solution still has a say in the consensus (`goodSolutions`). */
const gap = v.pipe(finite(say('The gap')), v.minValue(0, say('The gap must not be negative')))

/**
 * The axes of a plot: two of the columns, two principal components of all of them (1 is the first), or the plane that separates
 * the clusters of a restart most.
 */
export const Axes = v.union([
  v.object({ x: whole(0, 1_000_000, 'x'), y: whole(0, 1_000_000, 'y') }),
  v.object({ principal: v.object({ x: principal, y: principal }) }),
  v.object({ discriminant: v.object(restartOf) }),
])
export type Axes = v.InferOutput<typeof Axes>

/** One schema per method: the only door into the engine. */
export const INPUTS = {
  samples: v.null(),
  open: v.object({
    source: v.union([v.object({ grant: id }), v.object({ sample: id })]),
    /** Absent: what was chosen the last time, else everything is sniffed. */
    dialect: v.optional(DialectChoice),
  }),
  rows: v.object({
    dataset: id,
    from: whole(0, 2 ** 40, say('The first row')),
    count: whole(1, LIMITS.tableRows, say('Rows')),
  }),
  /** Adds a column computed from another, behind those that are there; the same twice is one column. */
  derive: v.object({
    dataset: id,
    column: whole(0, 1_000_000, say('A column')),
    transform: v.picklist(TRANSFORMS),
  }),
  /** Takes a computed column away; fits that know it keep it. */
  underive: v.object({ dataset: id, column: whole(0, 1_000_000, say('A column')) }),
  /** What a fit would come to grief over, and what it would take, without running it. */
  forecast: v.object({
    dataset: id,
    settings: FitSettings,
    /** Whether restarts are tried, to tell the time. */
    trials: v.optional(v.boolean(), true),
  }),
  fit: v.object({ dataset: id, settings: FitSettings }),
  extend: v.object({ fit: id, more: More }),
  /** Takes exactly these restarts out of a fit that has ended: they are kept, and count in nothing. All others count, also those removed before. */
  remove: v.object({ fit: id, restarts: v.array(id) }),
  model: v.object(restartOf),
  points: v.object({
    dataset: id,
    columns: FitSettings.entries.columns,
    /** Rows whose weight in this column is not above 0 are not drawn, as fits with these weights leave them out. */
    weights: v.optional(RowWeighting, null),
    axes: Axes,
    limit: whole(1, LIMITS.drawnRows, say('Rows drawn')),
  }),
  /** `merged`: of the clusters that its components are merged into, when there are so many. */
  labels: v.object({
    ...restartOf,
    limit: whole(1, LIMITS.drawnRows, say('Rows drawn')),
    merged: v.optional(merged),
    /** Whether uncertainties and log densities are wanted too, which take eight more bytes a row and longer. */
    densities: v.optional(v.boolean(), true),
  }),
  /** Merges the components of a restart into clusters, two at a time, until one is left. */
  merge: v.object(restartOf),
  /** The clusters of a restart beside a column that says what rows are. */
  known: KnownInput,
  /** How near the clusters of many restarts of a fit are to it. */
  knownAll: KnownAllInput,
  /** What columns hold in some rows of the file, in that order. */
  values: v.object({
    dataset: id,
    columns: v.pipe(
      v.array(whole(0, 1_000_000, say('A column'))),
      v.minLength(1),
      v.maxLength(LIMITS.columns),
    ),
    rows: v.pipe(
      v.custom<Uint32Array>((rows) => rows instanceof Uint32Array, say('Rows must be a Uint32Array')),
      v.check((rows) => rows.length <= LIMITS.drawnRows, say('Too many rows')),
    ),
  }),
  /** Whether the clusters of a restart are found again on rows drawn again. */
  stability: StabilityInput,
  /** Whether the rows support one more component (McLachlan 1987). */
  ratioTest: RatioTestInput,
  /** Runs a restart again, from its start to where it ended, and keeps its parameters after its iterations. */
  replay: v.object(restartOf),
  /** An iteration that `replay` has kept, for the rows that `points` draws under the same limit. */
  frame: v.object({
    ...restartOf,
    iteration: whole(0, LIMITS.iterations, say('The iteration')),
    limit: whole(1, LIMITS.drawnRows, say('Rows drawn')),
  }),
  /** What is wrong with a restart that has ended. */
  diagnose: v.object(restartOf),
  /** Why restarts of one (components, covariance) collapsed. */
  collapses: v.object({
    fit: id,
    components: whole(1, LIMITS.components, say('Components')),
    covariance: v.picklist(COVARIANCE_MODELS),
  }),
  compare: v.object({ fit: id, left: id, right: id }),
  /** Rows of the whole file, whether they are drawn or not. */
  select: v.variant('kind', [
    /** What a polygon on a plot encloses, in the units of the plane: value − origin, times the basis, as `points` gave them. */
    v.object({
      kind: v.literal('region'),
      dataset: id,
      columns: FitSettings.entries.columns,
      projection: v.object({ basis: numbers(say('A basis')), origin: numbers(say('An origin')) }),
      polygon,
    }),
    /** Labelled with a component (0-based) by a restart. */
    v.object({ kind: v.literal('cluster'), ...restartOf, component }),
    /** Labelled as noise by a restart. */
    v.object({ kind: v.literal('noise'), ...restartOf }),
    /** Labelled with one component by one restart and with another by another. */
    v.object({
      kind: v.literal('cell'),
      fit: id,
      left: v.object({ restart: id, component }),
      right: v.object({ restart: id, component }),
    }),
    /** Put by `right` into another cluster than the one that matches theirs of `left`: those that `changes` counts. */
    v.object({ kind: v.literal('changes'), fit: id, left: id, right: id }),
    /** Agreed on by less than this share of the votes of the good solutions. */
    v.object({ kind: v.literal('fragile'), ...restartOf, gap, below: finite(say('The agreement')) }),
    /** Labelled with one (0-based) of the clusters that components are merged into, when there are so many. */
    v.object({ kind: v.literal('merged'), ...restartOf, clusters: merged, cluster: component }),
    Unclassified,
    Outliers,
    KnownCell,
    Misplaced,
  ]),
  /** How a selection of rows of the whole file falls into the clusters of a restart. */
  tally: v.object({ ...restartOf, mask: rowMask, merged: v.optional(merged) }),
  /** The rows whose clusters two restarts do not agree on. */
  changes: v.object({ fit: id, left: id, right: id }),
  /** How alike the partitions of restarts are, each with each. */
  /** Which component of the left each one of the right is: of restarts of the same file and columns, also of two fits. */
  counterparts: v.object({ left: v.object(restartOf), right: v.object(restartOf) }),
  similarity: v.object({
    fit: id,
    restarts: v.pipe(
      v.array(id),
      v.maxLength(
        LIMITS.compared,
        say('At most {most} solutions are compared at once', { most: LIMITS.compared }),
      ),
    ),
  }),
  /** How far the good solutions of a restart's cell agree with it on each row. */
  agreement: v.object({ ...restartOf, gap, limit: whole(1, LIMITS.drawnRows, say('Rows drawn')) }),
  /** How often the good solutions of a restart's cell put two rows into one cluster. */
  coassignment: v.object({ ...restartOf, gap }),
  /** How many rows lack what, in columns that may be clustered on. */
  gaps: v.object({ dataset: id, columns: FitSettings.entries.columns }),
  /** What becomes of a restart of a fit that used rows with gaps if they are left out. */
  leavingOut: v.object(restartOf),
  /** How sure the clusters of a restart are, row by row and cluster by cluster. */
  certainty: v.object(restartOf),
  /** How many rows are left unclassified or are outliers by some thresholds. */
  doubtful: DoubtfulInput,
  silhouette: v.object(restartOf),
  /** The entropy of each row that `points` draws for the fit's columns under the same limit. */
  entropies: v.object({ ...restartOf, limit: whole(1, LIMITS.drawnRows, say('Rows drawn')) }),
  exportLabels: v.object({
    ...restartOf,
    target: id,
    posteriors: v.boolean(),
    /** Puts an apostrophe before the cells of the file that a spreadsheet would run as formulae. */
    spreadsheetSafe: v.optional(v.boolean(), false),
    /** Where to write how the labels came about (`basin.provenance`), if anywhere. */
    provenance: v.optional(id),
    /** Adds a column with the agreement of the good solutions on each row. */
    agreement: v.optional(v.object({ gap })),
    /** Adds a column with the cluster of each row when components are merged into so many. */
    merged: v.optional(merged),
    ...statusOf,
  }),
  /** The selected rows as the file writes them, with its header; with label columns where a restart is named. */
  exportSelection: v.object({
    dataset: id,
    mask: rowMask,
    target: id,
    labels: v.optional(v.object(restartOf)),
  }),
  /**
   * `allowSpurious`: what the report calls best may be spurious. `known`: it is set beside this column; `merged`: its components are
   * merged into so many clusters.
   */
  exportReport: v.object({
    fit: id,
    target: id,
    allowSpurious: v.optional(v.boolean(), false),
    known: v.optional(KnownInput.entries.column),
    merged: v.optional(merged),
  }),
  /** A report for people, as the text of an HTML document. */
  reportPage: ReportPageInput,
  /** The same, written. */
  exportReportPage: v.object({ ...ReportPageInput.entries, target: id }),
  exportModel: v.object({ ...restartOf, target: id }),
  writePicture: v.object({
    target: id,
    bytes: v.pipe(
      v.instance(Uint8Array),
      v.check((b) => b.byteLength <= LIMITS.pictureBytes, say('The picture is too large')),
    ),
  }),
  score: v.object({
    dataset: id,
    model: ModelFile,
    target: v.optional(id),
    posteriors: v.boolean(),
    spreadsheetSafe: v.optional(v.boolean(), false),
    provenance: v.optional(id),
    ...statusOf,
  }),
  /** Keeps choices about a file, for the next time it is opened. */
  remember: v.object({
    dataset: id,
    dialect: DialectChoice,
    roles: v.record(v.pipe(v.string(), v.digits()), v.picklist(ROLES)),
  }),
  /** What the person prefers, as it was kept last. */
  preferences: v.object({}),
  /** Keeps all preferences; they hold at once. */
  prefer: Preferences,
  script: v.object({ ...restartOf, language: v.picklist(LANGUAGES) }),
  exportScript: v.object({ ...restartOf, language: v.picklist(LANGUAGES), target: id }),
  /** Writes what is open (`basin.session`): the fits named, and how the page looks, which the engine does not look into. */
  saveSession: v.object({
    dataset: id,
    fits: v.pipe(v.array(id), v.maxLength(10)),
    view: v.record(v.string(), v.unknown()),
    target: id,
  }),
  /** The same by itself, every now and then, for a window (a UUID): replaces what was kept for it. */
  autosave: v.object({
    window: v.pipe(v.string(), v.uuid()),
    dataset: id,
    fits: v.pipe(v.array(id), v.maxLength(10)),
    view: v.record(v.string(), v.unknown()),
  }),
  /** What was kept for windows that are no more, and for this one. */
  recoverable: v.object({ window: v.pipe(v.string(), v.uuid()) }),
  /** Lets go of what was kept for a window. */
  forgetAutosave: v.object({ window: v.pipe(v.string(), v.uuid()) }),
  /** Files opened and sessions saved last, the latest first. */
  recents: v.object({}),
  /** Lets one of them be opened; throws `file-unreadable` where it is not there any more. */
  openRecent: v.object({ id }),
  /** Forgets one, or all where none is named; the files stay. */
  forgetRecents: v.object({ id: v.optional(id) }),
  /** `data`: where the file is that the session is about; absent: it is looked for. */
  openSession: v.object({ grant: id, data: v.optional(id) }),
  close: v.object({ dataset: id }),
} as const
export type Method = keyof typeof INPUTS
/** What a caller passes. */
export type Input<M extends Method> = v.InferInput<(typeof INPUTS)[M]>
/** What the engine receives: checked, defaults filled in. */
export type Checked<M extends Method> = v.InferOutput<(typeof INPUTS)[M]>
