import { defineStore } from 'pinia'
import { computed, shallowRef, watch } from 'vue'
import type { CovarianceModel } from '../../core/mixture/types.ts'
import { RatioTestInput } from '../../contract/resampling.ts'
import type { RatioTestView } from '../../contract/resampling-views.ts'
import { useDatasetStore } from './dataset.ts'
import { useEngineStore } from './engine.ts'
import { useFitStore } from './fit.ts'
import { useReplicatesCall } from './replicates-call.ts'
import { replicateSeconds } from './replicate-seconds.ts'
import { useSelectionStore } from './selection.ts'
import { fieldError } from './whole-field.ts'
import { readTyped } from '../format/number.ts'

/** Tests of one component more: which model of the fit on the screen, and what has been found, while the data are open. */
export const useRatioTestStore = defineStore('ratio-test', () => {
  const engines = useEngineStore()
  const dataset = useDatasetStore()
  const fit = useFitStore()
  const selection = useSelectionStore()
  const call = useReplicatesCall<RatioTestView>()
  const samples = shallowRef('199')
  const restarts = shallowRef('10')
  const chosen = shallowRef<{ covariance: CovarianceModel; components: number } | null>(null)

  const errors = computed(() => ({
    samples: fieldError(RatioTestInput.entries.samples, samples.value),
    restarts: fieldError(RatioTestInput.entries.restarts, restarts.value),
  }))
  const valid = computed(() => Object.values(errors.value).every((error) => error === undefined))
  /** Models of the fit that have a usable solution, simplest first. */
  const cells = computed(() => {
    const known = new Map<string, { covariance: CovarianceModel; components: number }>()
    for (const { covariance, components, warnings } of fit.summary === null ? [] : fit.solutions)
      if (!fit.isAside(warnings)) known.set(`${covariance}-${components}`, { covariance, components })
    return [...known.values()].sort((a, b) => a.components - b.components)
  })
  /** The model that is tested against one component more: what was chosen, else one component fewer than on the screen. */
  const cell = computed(() => {
    const known = (wanted: { covariance: string; components: number } | null) =>
      cells.value.find(
        (each) => each.covariance === wanted?.covariance && each.components === wanted.components,
      )
    const shown = selection.withModel
    const fewer = shown && { ...shown, components: shown.components - 1 }
    return known(chosen.value) ?? known(fewer) ?? known(shown) ?? cells.value[0] ?? null
  })
  const key = computed(() =>
    fit.summary === null || cell.value === null
      ? null
      : `${fit.summary.fit} ${fit.summary.extensions.length} ${cell.value.covariance} ${cell.value.components}`,
  )
  const view = computed(() => (key.value === null ? null : (call.views.value.get(key.value) ?? null)))
  /** At most: a test may end early. Null where numbers are missing or nothing tells. */
  const seconds = computed(() => {
    const own = cell.value
    const asked = { replicates: readTyped(samples.value), restarts: readTyped(restarts.value) }
    if (fit.summary === null || own === null || !valid.value) return null
    return replicateSeconds(fit.summary, {
      ...asked,
      rows: 1,
      within: ({ covariance, components }) =>
        covariance === own.covariance && (components === own.components || components === own.components + 1),
    })
  })

  async function run(): Promise<void> {
    if (key.value === null || fit.summary === null || cell.value === null || !valid.value) return
    const asked = {
      fit: fit.summary.fit,
      covariance: cell.value.covariance,
      components: cell.value.components,
      samples: readTyped(samples.value),
      restarts: readTyped(restarts.value),
    }
    await call.run(key.value, (asking) => engines.engine().ratioTest(asked, asking))
  }

  watch(() => dataset.summary?.dataset, call.clear)

  const { running, stopping, stop } = call
  return {
    samples,
    restarts,
    errors,
    valid,
    chosen,
    cells,
    cell,
    key,
    view,
    seconds,
    running,
    stopping,
    run,
    stop,
  }
})
