import { computed, type Ref } from 'vue'
import type { EngineError } from '../../contract/errors.ts'
import type { LabelsView, ModelView, PointsView } from '../../contract/views.ts'
import { useAxesStore } from './axes.ts'
import { useFitStore } from './fit.ts'
import { useIdentityStore } from './identity.ts'
import { useLatest } from './latest.ts'
import { useResultsStore } from './results.ts'

export interface Clusters {
  points: Readonly<Ref<PointsView | null>>
  /** Labels and model of one restart, always of the same one. */
  clustering: Readonly<Ref<{ restart: string; labels: LabelsView; model: ModelView } | null>>
  failure: Readonly<Ref<EngineError | null>>
  /** Why the restart's labels or model could not be had. */
  refusal: Readonly<Ref<EngineError | null>>
}

/** What a cluster plot of a restart that has ended needs, on the axes chosen. */
export function useClusters(restart: () => string | null): Clusters {
  const fit = useFitStore()
  const axes = useAxesStore()
  const results = useResultsStore()
  const identity = useIdentityStore()

  const { value: points, failure } = useLatest(() =>
    fit.shown === null ? null : results.pointsOn(axes.axes),
  )
  const wanted = computed(restart)
  const { value: clustering, failure: refusal } = useLatest(() => {
    const id = wanted.value
    return fit.shown === null || id === null ? null : take(id)
  })

  async function take(id: string) {
    const [labels, model] = await Promise.all([
      results.labelsOf(id),
      results.model(id),
      Promise.resolve().then(() => identity.numbersOf(id)),
    ])
    return { restart: id, labels, model }
  }

  return { points, clustering, failure, refusal }
}
