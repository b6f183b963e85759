import { defineStore } from 'pinia'
import * as v from 'valibot'
import { computed, reactive, shallowRef, watch } from 'vue'
import { useFitStore } from './fit.ts'
import { assignKnown, useSessionPartsStore } from './session-parts.ts'

export const CLUSTER_CHARTS = ['Scatter', 'Matrix', 'Profiles', 'Uncertainty'] as const
export type ClusterChart = (typeof CLUSTER_CHARTS)[number]
const ONE_COLUMN: ReadonlySet<ClusterChart> = new Set(['Scatter', 'Uncertainty'])

/** What colours say: `column:` is followed by the position of a column in the file. */
export type ColourBy =
  'cluster' | 'uncertainty' | 'log-density' | 'entropy' | 'agreement' | `column:${number}`

/** Columns that one picture of each kind holds. */
export const MOST_COLUMNS = { Matrix: 6, Profiles: 30 } as const
type ManyColumns = keyof typeof MOST_COLUMNS

/** How the clusters are drawn: it stays whatever restart, tab or fit is looked at, and columns for as long as fits have them. */
export const useClusterViewStore = defineStore('cluster-view', () => {
  const fit = useFitStore()
  const wanted = shallowRef<ClusterChart>('Scatter')
  const colourBy = shallowRef<ColourBy>('cluster')
  const show = reactive({ ellipses: true, contours: false, marginals: false, rows: false })
  const tables = reactive<Record<ClusterChart, boolean | null>>({
    Scatter: null,
    Matrix: false,
    Profiles: false,
    Uncertainty: false,
  })
  const chosen = reactive<Record<ManyColumns, number[] | null>>({ Matrix: null, Profiles: null })

  let drawnOf: string | undefined

  /** Columns of the fit by their position in the file. */
  const columns = computed(() => fit.shown?.settings.columns ?? [])
  /** One column has neither a second axis nor a profile. */
  const charts = computed(() =>
    CLUSTER_CHARTS.filter((each) => columns.value.length > 1 || ONE_COLUMN.has(each)),
  )

  const chart = computed<ClusterChart>({
    get: () => (charts.value.includes(wanted.value) ? wanted.value : 'Scatter'),
    set: (now) => {
      wanted.value = now
    },
  })

  /** Whether the table of the parameters is unfolded beneath the chart; null where it is where there is room. */
  const unfolded = computed(() => tables[chart.value])

  function unfold(open: boolean): void {
    tables[chart.value] = open
  }

  /** Those chosen that the fit has; else the first. */
  function drawn(kind: ManyColumns): number[] {
    const kept = columns.value.filter((column) => chosen[kind]?.includes(column))
    return (kept.length > 1 ? kept : columns.value).slice(0, MOST_COLUMNS[kind])
  }

  function choose(kind: ManyColumns, now: number[]): void {
    chosen[kind] = now
  }

  watch(
    () => fit.shown?.dataset,
    (now) => {
      if (now === undefined || now === drawnOf) return
      drawnOf = now
      chosen.Matrix = chosen.Profiles = null
      if (colourBy.value.startsWith('column:')) colourBy.value = 'cluster'
    },
    { flush: 'sync' },
  )

  const Unfolded = v.nullable(v.boolean())
  const Chosen = v.nullable(v.array(v.number()))
  const Form = v.object({
    chart: v.picklist(CLUSTER_CHARTS),
    colourBy: v.custom<ColourBy>(
      (by) =>
        typeof by === 'string' && /^(cluster|uncertainty|log-density|agreement|entropy|column:\d+)$/.test(by),
    ),
    show: v.record(v.string(), v.boolean()),
    tables: v.record(v.string(), Unfolded),
    chosen: v.object({ Matrix: Chosen, Profiles: Chosen }),
  })
  useSessionPartsStore().add('clusters', Form, {
    state: () => ({
      chart: wanted.value,
      colourBy: colourBy.value,
      show: { ...show },
      tables: { ...tables },
      chosen: { ...chosen },
    }),
    restore(state) {
      wanted.value = state.chart
      colourBy.value = state.colourBy
      assignKnown(show, state.show)
      assignKnown(tables, state.tables)
      Object.assign(chosen, state.chosen)
    },
  })

  return { chart, charts, colourBy, show, unfolded, unfold, columns, drawn, choose }
})
