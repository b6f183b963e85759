import { computed, type Ref } from 'vue'
import type { ColumnProfile } from '../../../contract/views.ts'
import { useDatasetStore } from '../../stores/dataset.ts'
import { useFitStore } from '../../stores/fit.ts'
import { useLatest } from '../../stores/latest.ts'
import { useResultsStore } from '../../stores/results.ts'
import { selectedOf } from '../../charts/clouds.ts'
import { wornBy, type Worn } from '../../charts/colouring.ts'
import type { DrawnColumn } from '../../charts/matrix-plan.ts'
import { clusterStyle } from '../../charts/palette.ts'
import type { ChartTheme } from '../../charts/theme.ts'
import { at, colouringAt, thinned } from '../../charts/thin.ts'
import type { Drawing } from './use-drawing.ts'

export interface SampledColumns {
  columns: DrawnColumn[]
  /** Of the columns, in the same order. */
  profiles: ColumnProfile[]
  /** Places of the rows among the points drawn. */
  places: Uint32Array
}

/** What columns of the fit hold in about `most` of the rows drawn. */
export function useColumnSample(
  { clusters }: Drawing,
  chosen: () => number[],
  most: number,
): Readonly<Ref<SampledColumns | null>> {
  const dataset = useDatasetStore()
  const fit = useFitStore()
  const results = useResultsStore()
  const drawn = computed(() => clusters.points.value?.rows ?? null)
  const { value } = useLatest(() => {
    const fitted = fit.shown?.settings.columns ?? []
    const rows = drawn.value
    return rows === null || fitted.length === 0 ? null : take(chosen(), fitted, rows)
  })

  async function take(wanted: number[], fitted: number[], rows: Uint32Array): Promise<SampledColumns> {
    const places = thinned(rows.length, most)
    const held = await results.columnsAt(wanted, at(rows, places))
    const all = dataset.summary?.columns ?? []
    const found = wanted.flatMap((column, i) => {
      const [values, profile] = [held[i], all[column]]
      return values?.kind === 'numbers' && profile !== undefined
        ? [{ values, profile, at: fitted.indexOf(column) }]
        : []
    })
    return {
      places,
      profiles: found.map(({ profile }) => profile),
      columns: found.map(({ values: { values: offsets, centre }, profile: { name }, at: place }) => ({
        name,
        at: place,
        values: offsets,
        centre,
      })),
    }
  }

  return value
}

/** What the sampled rows look like, which of them are selected, and what they count for. */
export function lookOf(
  { clusters: { points, clustering }, colouring, selected, styles }: Drawing,
  places: Uint32Array,
  theme: ChartTheme,
): { worn: Worn; selected: Uint8Array | null; weights: Float32Array | null } {
  const drawn = points.value?.x.length ?? 0
  const labels = clustering.value?.labels.labels ?? null
  const weights = points.value?.weighted?.counts ?? null
  const chosen = points.value === null ? null : selectedOf(points.value, selected.value)
  return {
    worn: wornBy(
      colouringAt(colouring.value, places),
      labels?.length === drawn ? at(labels, places) : null,
      (k) => clusterStyle(styles.value.styles?.[k] ?? k),
      theme,
    ),
    selected: chosen === null ? null : at(chosen, places),
    weights: weights === null ? null : at(weights, places),
  }
}
