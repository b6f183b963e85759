import { defineStore } from 'pinia'
import { computed, shallowRef, watch } from 'vue'
import { LIMITS } from '../../contract/limits.ts'
import type { Axes } from '../../contract/schemas.ts'
import type {
  AgreementView,
  ChangesView,
  CoassignmentView,
  CompareView,
  KnownAllView,
  KnownView,
  LabelsView,
  MergeView,
  ModelView,
  PointsView,
  SimilarityView,
  ValuesView,
} from '../../contract/views.ts'
import { createCache } from './cache.ts'
import { createJointCalls } from './joint-calls.ts'
import { useDatasetStore } from './dataset.ts'
import { useEngineStore } from './engine.ts'
import { useFitStore } from './fit.ts'

/** Rows drawn in one plot while a fit runs or a restart is played: what is shown changes often. */
const DRAWN_WHILE_MOVING = 30_000

/** Bytes of answers kept of each kind that has a number for every row drawn. */
const KEPT_BYTES = 64 << 20

/** A question about the good solutions of a restart's cell. */
export interface Consensus {
  restart: string
  gap: number
  voters: string
}

/** What the engine derives from the restarts of a fit that have ended, asked for once. */
export const useResultsStore = defineStore('results', () => {
  const engines = useEngineStore()
  const dataset = useDatasetStore()
  const fit = useFitStore()
  const models = createCache<ModelView>(200)
  const labels = createCache<LabelsView>(KEPT_BYTES, bytesOfLabels)
  const points = createCache<PointsView>(KEPT_BYTES, ({ x }) => 12 * x.length)
  const values = createCache<ValuesView[]>(KEPT_BYTES, bytesOf)
  const comparisons = createCache<CompareView>(40)
  const changed = createCache<ChangesView>(10)
  const similarities = createCache<SimilarityView>(10)
  const agreements = createJointCalls(createCache<AgreementView>(6))
  const coassignments = createJointCalls(createCache<CoassignmentView>(3))
  const mergings = createJointCalls(createCache<MergeView>(40))
  const knowns = createCache<KnownView>(KEPT_BYTES, ({ drawn: of }) => of.length)
  const knownByAll = createCache<KnownAllView>(10)

  /** Whether a restart is played. */
  const playing = shallowRef(false)

  /** How often a restart was continued, which keeps its id and is another model then. */
  let continued = 0
  watch(
    () => fit.summary,
    (summary) => {
      continued = summary?.extensions.filter(({ kind }) => kind === 'continue').length ?? continued
    },
    { flush: 'sync' },
  )

  /** Rows drawn in one plot; labels are asked for with the same number, so that they belong to the same rows. */
  const drawn = computed(() =>
    (fit.running !== null || playing.value) && (dataset.summary?.rows ?? 0) > DRAWN_WHILE_MOVING
      ? DRAWN_WHILE_MOVING
      : LIMITS.drawnRows,
  )

  function model(restart: string): Promise<ModelView> {
    return models.get(`${fitId()} ${continued} ${restart}`, () =>
      engines.engine().model({ fit: fitId(), restart }),
    )
  }

  /** Of the components, or of so many clusters that they are merged into; `densities`: with uncertainties and log densities. */
  function labelsOf(restart: string, merged: number | null, densities: boolean): Promise<LabelsView> {
    const limit = drawn.value
    return labels.get(`${fitId()} ${continued} ${restart} ${limit} ${merged} ${densities}`, () =>
      engines.engine().labels({ fit: fitId(), restart, limit, densities, ...given(merged) }),
    )
  }

  function merging(
    restart: string,
    onProgress: (fraction: number | null) => void = () => undefined,
  ): Promise<MergeView> {
    return mergings.get(
      mergingKey(restart),
      (options) => engines.engine().merge({ fit: fitId(), restart }, options),
      onProgress,
    )
  }

  const mergingKey = (restart: string) => `${fitId()} ${continued} ${restart}`

  /** Ends the merging of a restart that is under way: who asked is told `cancelled`. */
  const cancelMerging = (restart: string): void => mergings.cancel(mergingKey(restart))

  /** The clusters of a restart beside a column that says what rows are. */
  function known(restart: string, column: number, merged: number | null): Promise<KnownView> {
    const limit = drawn.value
    return knowns.get(`${fitId()} ${continued} ${restart} ${column} ${merged} ${limit}`, () =>
      engines.engine().known({ fit: fitId(), restart, column, limit, ...given(merged) }),
    )
  }

  /** How near restarts are to such a column. */
  function knownAll(restarts: string[], column: number): Promise<KnownAllView> {
    return knownByAll.get(`${fitId()} ${continued} ${column} ${restarts.join(' ')}`, () =>
      engines.engine().knownAll({ fit: fitId(), restarts, column }),
    )
  }

  const given = (merged: number | null) => (merged === null ? {} : { merged })

  function pointsOn(axes: Axes): Promise<PointsView> {
    const { dataset = '', settings } = fit.shown ?? {}
    const columns = settings?.columns ?? []
    const weights = settings?.weights ?? null
    const limit = drawn.value
    return points.get(JSON.stringify([dataset, columns, weights, axes, limit]), () =>
      engines.engine().points({ dataset, columns, weights, axes, limit }),
    )
  }

  /** What columns hold in some of the rows of the file. */
  function columnsAt(columns: number[], rows: Uint32Array): Promise<ValuesView[]> {
    const { dataset = '' } = fit.shown ?? {}
    return values.get(`${dataset} ${columns.join()} ${keyOf(rows)}`, () =>
      engines.engine().values({ dataset, columns, rows }),
    )
  }

  function compare(left: string, right: string): Promise<CompareView> {
    return comparisons.get(`${fitId()} ${continued} ${left} ${right}`, () =>
      engines.engine().compare({ fit: fitId(), left, right }),
    )
  }

  function changes(left: string, right: string): Promise<ChangesView> {
    return changed.get(`${fitId()} ${continued} ${left} ${right}`, () =>
      engines.engine().changes({ fit: fitId(), left, right }),
    )
  }

  /** How alike the partitions of restarts are, each with each. */
  function similarity(restarts: string[]): Promise<SimilarityView> {
    return similarities.get(`${fitId()} ${continued} ${restarts.join(' ')}`, () =>
      engines.engine().similarity({ fit: fitId(), restarts }),
    )
  }

  /** `voters` says which solutions are good, and how many votes each has: those are what the answer depends on. */
  function agreement(
    question: Consensus,
    onProgress: (fraction: number | null) => void,
  ): Promise<AgreementView> {
    const { restart, gap } = question
    const limit = drawn.value
    return agreements.get(
      agreementKey(question),
      (options) => engines.engine().agreement({ fit: fitId(), restart, gap, limit }, options),
      onProgress,
    )
  }

  function coassignment(question: Consensus): Promise<CoassignmentView> {
    const { restart, gap } = question
    return coassignments.get(
      coassignmentKey(question),
      ({ signal }) => engines.engine().coassignment({ fit: fitId(), restart, gap }, { signal }),
      () => undefined,
    )
  }

  const coassignmentKey = ({ restart, voters }: Consensus) => `${fitId()} ${continued} ${restart} ${voters}`
  const agreementKey = (question: Consensus) => `${coassignmentKey(question)} ${drawn.value}`

  /** Ends both counts that are under way: who asked is told `cancelled`. */
  function cancelConsensus(question: Consensus): void {
    agreements.cancel(agreementKey(question))
    coassignments.cancel(coassignmentKey(question))
  }

  const fitId = (): string => fit.shown?.fit ?? ''

  return {
    playing,
    drawn,
    model,
    labelsOf,
    merging,
    cancelMerging,
    known,
    knownAll,
    pointsOn,
    columnsAt,
    compare,
    changes,
    similarity,
    agreement,
    coassignment,
    cancelConsensus,
  }
})

/** The same rows come in other arrays with other axes: a key that differs where the rows do. */
function keyOf(rows: Uint32Array): string {
  let hash = 0x811c9dc5
  for (const row of rows) hash = Math.imul(hash ^ row, 0x01000193)
  return `${rows.length}-${hash >>> 0}`
}

const bytesOfLabels = ({ labels, uncertainty, logDensity }: LabelsView) =>
  labels.byteLength + (uncertainty?.byteLength ?? 0) + (logDensity?.byteLength ?? 0)

function bytesOf(columns: readonly ValuesView[]): number {
  return columns.reduce(
    (sum, column) => sum + (column.kind === 'numbers' ? column.values : column.codes).byteLength,
    0,
  )
}
