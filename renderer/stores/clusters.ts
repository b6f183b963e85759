import { computed, type Ref } from 'vue'
import type { EngineError } from '../../contract/errors.ts'
import type { PointsView } from '../../contract/views.ts'
import { useAxesStore } from './axes.ts'
import { useClusterViewStore, type ColourBy } from './cluster-view.ts'
import { useDoubtStore } from './doubt.ts'
import { useFitStore } from './fit.ts'
import type { Clustering } from './frames.ts'
import { useIdentityStore } from './identity.ts'
import { useLatest } from './latest.ts'
import { usePlaybackStore } from './playback.ts'
import { headLabels, mergedClusters } from './merged-clusters.ts'
import { useMergingStore } from './merging.ts'
import { useResultsStore } from './results.ts'

export interface Clusters {
  points: Readonly<Ref<PointsView | null>>
  /** Labels and model of one restart, always of the same one; while it is played, of an iteration. */
  clustering: Readonly<Ref<Clustering | null>>
  failure: Readonly<Ref<EngineError | null>>
  /** Why the restart's labels or model could not be had. */
  refusal: Readonly<Ref<EngineError | null>>
}

/** Colours that say how sure the labels are. */
const DENSITIES: ReadonlySet<ColourBy> = new Set(['uncertainty', 'log-density'])

/** What a cluster plot of a restart that has ended needs, on the axes chosen; `merges`: with merged clusters where they are in use. */
export function useClusters(restart: () => string | null, merges = false): Clusters {
  const fit = useFitStore()
  const axes = useAxesStore()
  const results = useResultsStore()
  const identity = useIdentityStore()
  const merging = useMergingStore()
  const playback = usePlaybackStore()
  const view = useClusterViewStore()
  const doubt = useDoubtStore()
  const densities = computed(() => doubt.any || DENSITIES.has(view.colourBy))

  const { value: points, failure } = useLatest(() =>
    fit.shown === null ? null : results.pointsOn(axes.axes),
  )
  const wanted = computed(restart)
  playback.follow(wanted)
  const { value: ended, failure: refusal } = useLatest(() => {
    const id = wanted.value
    return fit.shown === null || id === null
      ? null
      : take(id, merges ? merging.inUse(id) : null, densities.value)
  })

  const clustering = computed(() => {
    const id = wanted.value
    return (id === null ? null : playback.clusteringOf(id)) ?? ended.value
  })

  async function take(id: string, clusters: number | null, sure: boolean): Promise<Clustering> {
    const [labels, apart, model, view] = await Promise.all([
      results.labelsOf(id, clusters, sure),
      results.labelsOf(id, null, sure),
      results.model(id),
      clusters === null ? null : results.merging(id),
      Promise.resolve().then(() => identity.numbersOf(id)),
    ])
    const step = view?.steps.find((each) => each.clusters === clusters)
    if (step === undefined) return { restart: id, labels, model }
    const merged = mergedClusters(step)
    const heads = { ...labels, labels: headLabels(labels.labels, merged) }
    return { restart: id, labels: heads, model, merged, apart }
  }

  return { points, clustering, failure, refusal }
}
