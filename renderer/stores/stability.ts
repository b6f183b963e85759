import { defineStore } from 'pinia'
import { computed, shallowRef, watch } from 'vue'
import { StabilityInput, type RefittedModels } from '../../contract/resampling.ts'
import type { ResamplingScheme, StabilityView } from '../../contract/resampling-views.ts'
import { useDatasetStore } from './dataset.ts'
import { useEngineStore } from './engine.ts'
import { useFitStore } from './fit.ts'
import { useReplicatesCall } from './replicates-call.ts'
import { replicateSeconds } from './replicate-seconds.ts'
import { cellOf } from './ranking.ts'
import { useSelectionStore } from './selection.ts'
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
  const valid = computed(() => Object.values(errors.value).every((error) => error === undefined))
  const key = computed(() =>
    fit.summary === null || selection.withModel === null
      ? null
      : `${fit.summary.fit} ${selection.withModel.id} ${selection.withModel.logLikelihood}`,
  )
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

  const { running, stopping, stop } = call
  return {
    scheme,
    models,
    replicates,
    restarts,
    errors,
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
