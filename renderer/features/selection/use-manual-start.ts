import { computed, ref, shallowRef, type ComputedRef, type Ref } from 'vue'
import type { CovarianceModel } from '../../../core/mixture/types.ts'
import type { ManualStart } from '../../../contract/extension.ts'
import { eachRow } from '../../../contract/row-mask.ts'
import type { ColumnProfile } from '../../../contract/views.ts'
import { useDatasetStore } from '../../stores/dataset.ts'
import { useEngineStore } from '../../stores/engine.ts'
import { useFitStore } from '../../stores/fit.ts'
import { useIdentityStore } from '../../stores/identity.ts'
import { useKnownStore } from '../../stores/known.ts'
import { useLatest } from '../../stores/latest.ts'
import { useNoticesStore } from '../../stores/notices.ts'
import { useResultsStore } from '../../stores/results.ts'
import { useRowsStore } from '../../stores/rows.ts'
import { useSelectionStore } from '../../stores/selection.ts'
import { useTally } from '../../stores/tally.ts'
import { besideClusters, besideRest, fromColumn, labelColumns, type ManualPlan } from './manual-plan.ts'

/** The selected rows beside the clusters of the restart shown or beside all others, or a column. */
export type Beginning = 'clusters' | 'rest' | 'column'

interface ManualChoice {
  beginning: Ref<Beginning>
  /** Index of the column, as text. */
  column: Ref<string>
  covariance: Ref<CovarianceModel>
  columns: ComputedRef<ColumnProfile[]>
  plan: ComputedRef<ManualPlan>
  /** Runs it; the restart is chosen when it has ended. */
  begin(): Promise<void>
}

/** A restart from a start of the person's own, as it is put together. */
export function useManualStart(): ManualChoice {
  const engines = useEngineStore()
  const dataset = useDatasetStore()
  const fit = useFitStore()
  const identity = useIdentityStore()
  const known = useKnownStore()
  const notices = useNoticesStore()
  const results = useResultsStore()
  const rows = useRowsStore()
  const selection = useSelectionStore()

  const shown = computed(() => selection.withModel)
  const { value: model } = useLatest(() =>
    fit.shown === null || shown.value === null ? null : results.model(shown.value.id),
  )
  const tally = useTally(() => shown.value?.id ?? null)
  const columns = computed(() => labelColumns(dataset.columns, (index) => index === known.column))
  const beginning = ref<Beginning>(rows.count === 0 ? 'column' : shown.value === null ? 'rest' : 'clusters')
  const column = shallowRef(String(columns.value[0]?.index ?? ''))
  const covariance = shallowRef<CovarianceModel>(
    shown.value?.covariance ?? fit.summary?.settings.covariances[0] ?? 'VVV',
  )
  const profile = computed(() => columns.value.find(({ index }) => String(index) === column.value))

  const plan = computed<ManualPlan>(() => {
    const counted = tally.value ?? { sizes: [rows.count], unused: 0 }
    if (beginning.value === 'column') return fromColumn(profile.value, fit.summary?.rowsDropped)
    if (beginning.value === 'rest') return besideRest(fit.summary?.rowsUsed ?? 0, counted)
    if (model.value === null) return besideClusters([], { sizes: [], unused: 0 })
    const styles = identity.styles(model.value.restart)
    return besideClusters(model.value.sizes, counted, (k) => (styles[k] ?? k) + 1)
  })

  async function begin(): Promise<void> {
    const { components, emptied } = plan.value
    if (components === null) return
    const known = new Set(fit.restarts.map(({ id }) => id))
    try {
      const start = await startFrom(emptied)
      await fit.extend({ kind: 'manual', components, covariance: covariance.value, start })
    } catch (thrown) {
      notices.report(thrown)
      return
    }
    const added = fit.summary?.restarts.find(({ id, manual }) => manual === true && !known.has(id))
    if (added !== undefined) selection.choose(added.id)
  }

  function startFrom(emptied: readonly number[]): Promise<ManualStart> | ManualStart {
    if (beginning.value === 'column') return { column: Number(column.value) }
    const rest = beginning.value === 'clusters' ? (shown.value?.id ?? null) : null
    return rest === null || emptied.length === 0
      ? { selection: rows.mask, rest }
      : labelsWithout(rest, emptied)
  }

  /** Labels of a restart without the components that are left no row, and behind them that of the selected rows. */
  async function labelsWithout(restart: string, emptied: readonly number[]): Promise<ManualStart> {
    const asked = { kind: 'cluster', fit: fit.shown?.fit ?? '', restart } as const
    const kept = (model.value?.sizes ?? []).flatMap((_, k) => (emptied.includes(k) ? [] : [k]))
    const clusters = await Promise.all(
      kept.map((component) => engines.engine().select({ ...asked, component })),
    )
    const labels = new Uint8Array(rows.total)
    clusters.forEach(({ mask }, at) => eachRow(mask, (row) => (labels[row] = at + 1)))
    eachRow(rows.mask, (row) => (labels[row] = kept.length + 1))
    return { labels }
  }

  return { beginning, column, covariance, columns, plan, begin }
}
