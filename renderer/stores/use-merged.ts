import { computed, type Ref } from 'vue'
import { useFitStore } from './fit.ts'
import { useLatest } from './latest.ts'
import { mergedClusters, type MergedClusters } from './merged-clusters.ts'
import { useMergingStore } from './merging.ts'
import { useResultsStore } from './results.ts'

/** The merged clusters that a restart is shown with; null where each component is a cluster. */
export function useMerged(restart: () => string): Readonly<Ref<MergedClusters | null>> {
  const fit = useFitStore()
  const merging = useMergingStore()
  const results = useResultsStore()
  const { value: view } = useLatest(() =>
    fit.shown === null || restart() === '' || merging.inUse(restart()) === null
      ? null
      : results.merging(restart()),
  )
  return computed(() => {
    const clusters = merging.inUse(restart())
    const step = clusters === null ? undefined : view.value?.steps.find((each) => each.clusters === clusters)
    return step === undefined ? null : mergedClusters(step)
  })
}
