import { defineStore } from 'pinia'
import { computed, shallowRef, watch } from 'vue'
import { RatioTestInput } from '../../contract/resampling.ts'
import type { RatioTestView } from '../../contract/resampling-views.ts'
import { useDatasetStore } from './dataset.ts'
import { useEngineStore } from './engine.ts'
import { useFitStore } from './fit.ts'
import { KeptRatioTests, MOST_KEPT } from './kept-replicates.ts'
import { useReplicatesCall } from './replicates-call.ts'
import { replicateSeconds } from './replicate-seconds.ts'
import { useRepeatable } from './use-repeatable.ts'
import { useSelectionStore } from './selection.ts'
import { useSessionPartsStore } from './session-parts.ts'
import { fieldError } from './whole-field.ts'
import { readTyped } from '../format/number.ts'

type Cell = Pick<RatioTestView, 'covariance' | 'components'>

/** Tests of one component more: which model of the fit on the screen, and what has been found, while the data are open. */
export const useRatioTestStore = defineStore('ratio-test', () => {
  const engines = useEngineStore()
  const dataset = useDatasetStore()
  const fit = useFitStore()
  const selection = useSelectionStore()
  const call = useReplicatesCall<RatioTestView>()
  const samples = shallowRef('199')
  const restarts = shallowRef('10')
  const chosen = shallowRef<Cell | null>(null)

  const errors = computed(() => ({
    samples: fieldError(RatioTestInput.entries.samples, samples.value),
    restarts: fieldError(RatioTestInput.entries.restarts, restarts.value),
  }))
  const obstacle = useRepeatable()
  const valid = computed(
    () => obstacle.value === null && Object.values(errors.value).every((error) => error === undefined),
  )
  /** Models of the fit that have a usable solution, simplest first. */
  const cells = computed(() => {
    const known = new Map<string, Cell>()
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
  const keyOf = (of: Cell | null) =>
    fit.summary === null || of === null
      ? null
      : `${fit.summary.fit} ${fit.version} ${of.covariance} ${of.components}`
  const key = computed(() => keyOf(cell.value))
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

  useSessionPartsStore().add('ratio test', KeptRatioTests, {
    state: () => ({
      samples: samples.value,
      restarts: restarts.value,
      chosen: chosen.value,
      found: [...call.ended.value]
        .flatMap(([of, view]) => (of === keyOf(view) ? [view] : []))
        .slice(-MOST_KEPT),
    }),
    restore({ found, ...asked }) {
      samples.value = asked.samples
      restarts.value = asked.restarts
      chosen.value = asked.chosen
      call.bringBack(
        found.flatMap((view) => {
          const of = keyOf(view)
          return of === null ? [] : [[of, view]]
        }),
      )
    },
  })

  const { running, stopping, stop } = call
  return {
    samples,
    restarts,
    errors,
    obstacle,
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
