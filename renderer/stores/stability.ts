import { defineStore } from 'pinia'
import { computed, shallowRef, watch } from 'vue'
import { StabilityInput, type RefittedModels } from '../../contract/resampling.ts'
import type { ResamplingScheme, StabilityView } from '../../contract/resampling-views.ts'
import type { RestartView } from '../../contract/views.ts'
import { useDatasetStore } from './dataset.ts'
import { useEngineStore } from './engine.ts'
import { useFitStore } from './fit.ts'
import { KeptStability, MOST_KEPT } from './kept-replicates.ts'
import { useReplicatesCall } from './replicates-call.ts'
import { replicateSeconds } from './replicate-seconds.ts'
import { useRepeatable } from './use-repeatable.ts'
import { cellOf } from './ranking.ts'
import { useSelectionStore } from './selection.ts'
import { useSessionPartsStore } from './session-parts.ts'
import { fieldError } from './whole-field.ts'
import { readTyped } from '../format/number.ts'

/** How stable the clusters of the restart on the screen are: what is asked, and what has been found, while the data are open. */
export const useStabilityStore = defineStore('stability', () => {
  const engines = useEngineStore()
  const dataset = useDatasetStore()
  const fit = useFitStore()
  const selection = useSelectionStore()
  const call = useReplicatesCall<StabilityView>()
  const scheme = shallowRef<ResamplingScheme>('bootstrap')
  const models = shallowRef<RefittedModels>('all')
  const replicates = shallowRef('100')
  const restarts = shallowRef('10')

  const errors = computed(() => ({
    replicates: fieldError(StabilityInput.entries.replicates, replicates.value),
    restarts: fieldError(StabilityInput.entries.restarts, restarts.value),
  }))
  const obstacle = useRepeatable()
  const valid = computed(
    () => obstacle.value === null && Object.values(errors.value).every((error) => error === undefined),
  )
  const keyOf = (restart: Pick<RestartView, 'id' | 'logLikelihood'> | null | undefined) =>
    fit.summary === null || restart == null
      ? null
      : `${fit.summary.fit} ${restart.id} ${restart.logLikelihood}`
  const key = computed(() => keyOf(selection.withModel))
  /** Of the restart on the screen; null where nothing has been asked about it. */
  const view = computed(() => (key.value === null ? null : (call.views.value.get(key.value) ?? null)))
  /** How long it will take; null where numbers are missing or nothing tells. */
  const seconds = computed(() => {
    const own = selection.withModel
    const asked = { replicates: readTyped(replicates.value), restarts: readTyped(restarts.value) }
    if (fit.summary === null || own === null || !valid.value) return null
    return replicateSeconds(fit.summary, {
      ...asked,
      rows: scheme.value === 'subsample' ? 0.8 : 1,
      within: (restart) => models.value === 'all' || cellOf(restart) === cellOf(own),
    })
  })

  async function run(): Promise<void> {
    const restart = selection.withModel
    if (key.value === null || fit.summary === null || restart === null || !valid.value) return
    const asked = {
      fit: fit.summary.fit,
      restart: restart.id,
      scheme: scheme.value,
      models: models.value,
      replicates: readTyped(replicates.value),
      restarts: readTyped(restarts.value),
    }
    await call.run(key.value, (asking) => engines.engine().stability(asked, asking))
  }

  watch(() => dataset.summary?.dataset, call.clear)

  const restartOf = (view: StabilityView) => fit.restartOf(view.restart)

  useSessionPartsStore().add('stability', KeptStability, {
    state: () => ({
      scheme: scheme.value,
      models: models.value,
      replicates: replicates.value,
      restarts: restarts.value,
      found: [...call.ended.value]
        .flatMap(([of, view]) => (of === keyOf(restartOf(view)) ? [view] : []))
        .slice(-MOST_KEPT),
    }),
    restore({ found, ...asked }) {
      scheme.value = asked.scheme
      models.value = asked.models
      replicates.value = asked.replicates
      restarts.value = asked.restarts
      call.bringBack(
        found.flatMap((view) => {
          const restart = restartOf(view)
          const of = keyOf(restart)
          return of === null || !isOf(view, restart?.components, fit.shown?.columns.length)
            ? []
            : [[of, view]]
        }),
      )
    },
  })

  const { running, stopping, stop } = call
  return {
    scheme,
    models,
    replicates,
    restarts,
    errors,
    obstacle,
    valid,
    key,
    view,
    seconds,
    running,
    stopping,
    run,
    stop,
  }
})

/** Whether it has a cluster for each component and a mean for each column, where it has any. */
function isOf({ clusters, intervals }: StabilityView, components?: number, columns?: number): boolean {
  return (
    (clusters.length === 0 || clusters.length === components) &&
    (intervals ?? []).every(
      ({ means, deviations }) => means.length === columns && deviations.length === columns,
    )
  )
}
