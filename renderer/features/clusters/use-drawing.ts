import { computed, type Ref } from 'vue'
import { say } from '../../../contract/words/say.ts'
import { useClusterViewStore } from '../../stores/cluster-view.ts'
import { useClusters, type Clusters } from '../../stores/clusters.ts'
import { useDoubtful } from '../../stores/certainty.ts'
import { useColouring } from '../../stores/colours.ts'
import { useDoubtStore } from '../../stores/doubt.ts'
import { useIdentityStore } from '../../stores/identity.ts'
import { mergedStyles } from '../../stores/merged-clusters.ts'
import { useNeighbours } from '../../stores/neighbours.ts'
import { useRowsStore } from '../../stores/rows.ts'
import { useSelectionStore } from '../../stores/selection.ts'
import { useWeighting } from '../../stores/use-weighting.ts'
import type { Colouring } from '../../charts/colouring.ts'
import { drawnMarks, markedRows, marksOf, type MarkedRows } from '../../charts/marks.ts'
import { restartName } from '../../format/words.ts'

/** What every chart of the clusters on the screen draws. */
export interface Drawing {
  clusters: Clusters
  colouring: Ref<Colouring>
  /** 1 for every point drawn that is selected; null where no row is. */
  selected: Ref<Uint8Array | null>
  /** What each point drawn is marked as (see `marksOf`); null where nothing is. */
  marks: Ref<Uint8Array | null>
  /** The rows that wear the marks: of an iteration that is played, those drawn; null while they are not counted. */
  marked: Ref<MarkedRows | null>
  /** The sticky number of each component; nothing while there is no clustering. */
  styles: Ref<{ styles?: readonly number[] }>
  /** Whose clusters they are, in words. */
  subject: Ref<string>
}

export function useDrawing(): Drawing {
  const identity = useIdentityStore()
  const selection = useSelectionStore()
  const view = useClusterViewStore()
  const rows = useRowsStore()
  const clusters = useClusters(() => selection.withModel?.id ?? null, true)
  const { points, clustering } = clusters
  const doubt = useDoubtStore()
  useNeighbours(() => {
    const { restart = null, labels, merged } = clustering.value ?? {}
    return labels?.uncertainty === null && merged === undefined ? restart : null
  })
  const { value: doubtful } = useDoubtful(() => selection.withModel?.id ?? null)
  const weighting = useWeighting()
  const marks = computed(() => {
    const { labels: shown, apart: labels = shown, restart } = clustering.value ?? {}
    if (labels === undefined || restart !== selection.withModel?.id) return null
    const logDensity = doubt.outliers === null ? null : (doubtful.value?.logDensity ?? null)
    return marksOf(labels, { unclassified: doubt.unclassified, logDensity })
  })
  const marked = computed(() => {
    const { unclassified, outliers } = doubt
    if (marks.value === null || clustering.value === null) return null
    if ('shot' in clustering.value) return drawnMarks(marks.value, { unclassified, outliers })
    return doubtful.value && markedRows(doubtful.value, { unclassified, outliers }, weighting.value !== null)
  })
  return {
    clusters,
    colouring: useColouring(clusters),
    selected: computed(() => (points.value === null ? null : rows.maskFor(points.value.rows))),
    marks,
    marked,
    styles: computed(() => {
      if (clustering.value === null) return {}
      const { restart, merged } = clustering.value
      const styles = identity.styles(restart)
      return { styles: merged === undefined ? styles : mergedStyles(styles, merged) }
    }),
    subject: computed(() => {
      const merged = clustering.value?.merged
      const whose = selection.restart === null ? say('the data') : restartName(selection.restart)
      if (merged === undefined) return whose
      return view.chart === 'Uncertainty'
        ? say('{restart}, component by component', { restart: whose })
        : say('{restart}, {clusters, plural, one {# merged cluster} other {# merged clusters}}', {
            restart: whose,
            clusters: merged.clusters,
          })
    }),
  }
}
