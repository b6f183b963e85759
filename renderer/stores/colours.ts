import { computed, type Ref } from 'vue'
import type { KnownView, LabelsView, ValuesView } from '../../contract/views.ts'
import { say } from '../../contract/words/say.ts'
import { colourRange } from '../charts/colour-range.ts'
import type { Colouring } from '../charts/colouring.ts'
import { useCertaintyStore } from './certainty.ts'
import { useClusterViewStore, type ColourBy } from './cluster-view.ts'
import type { Clusters } from './clusters.ts'
import { agreementColouring, useAgreement } from './consensus.ts'
import { useDatasetStore } from './dataset.ts'
import type { Clustering } from './frames.ts'
import { useIdentityStore } from './identity.ts'
import { useKnown, useKnownStore } from './known.ts'
import { useLatest } from './latest.ts'
import { matchedStyles } from './matched-styles.ts'
import { useResultsStore } from './results.ts'

const BY_CLUSTER: Colouring = { kind: 'cluster' }

/** The column that a choice of colours names. */
export function columnOf(colourBy: ColourBy): number | null {
  return colourBy.startsWith('column:') ? Number(colourBy.slice('column:'.length)) : null
}

/** The colours chosen for the points drawn; those of the clusters until what they say has come. */
export function useColouring({
  points,
  clustering,
}: Pick<Clusters, 'points' | 'clustering'>): Ref<Colouring> {
  const view = useClusterViewStore()
  const dataset = useDatasetStore()
  const results = useResultsStore()
  const certainty = useCertaintyStore()
  const identity = useIdentityStore()
  const label = useKnownStore()
  const column = computed(() => columnOf(view.colourBy))
  const { value: held } = useLatest(() => {
    if (column.value === null || points.value === null) return null
    return results.columnsAt([column.value], points.value.rows)
  })
  const { value: entropies } = useLatest(() => {
    const restart = clustering.value?.restart
    if (view.colourBy !== 'entropy' || restart === undefined || results.playing) return null
    return certainty.entropies(restart)
  })
  const { value: known } = useKnown(() => (isLabel(column.value) ? column.value : null))
  const { value: agreement } = useAgreement(() => view.colourBy === 'agreement')

  return computed(() => {
    const labels = clustering.value?.labels ?? null
    if (view.colourBy === 'uncertainty')
      return byUncertainty(labels, clustering.value?.model.weights.length ?? 1)
    if (view.colourBy === 'entropy')
      return byEntropy(entropies.value, clustering.value?.model.weights.length ?? 1)
    if (view.colourBy === 'log-density') return byLogDensity(labels)
    if (view.colourBy === 'agreement')
      return agreement.value === null ? BY_CLUSTER : agreementColouring(agreement.value)
    const [values] = held.value ?? []
    const name = dataset.columns.find(({ index }) => index === column.value)?.name
    if (values === undefined || name === undefined || values === null) return BY_CLUSTER
    const matched = isLabel(column.value) && clustering.value !== null ? known.value : null
    return matched?.column === name && matched.drawn.length === points.value?.rows.length
      ? byLabel(matched, stylesOf(clustering.value))
      : byColumn(values, name)
  })

  /** Columns of texts, and the one that says what rows are: their categories wear the colours of the clusters that they match. */
  function isLabel(wanted: number | null): boolean {
    const profile = label.columns.find(({ index }) => index === wanted)
    return profile !== undefined && (profile.min === null || profile.index === label.column)
  }

  /** The number of each cluster, also of merged ones. */
  function stylesOf(shown: Clustering | null): number[] {
    if (shown === null) return []
    const styles = identity.styles(shown.restart)
    return shown.merged === undefined ? styles : shown.merged.heads.map((head) => styles[head] ?? head)
  }
}

/** From certain to as uncertain as with so many components a row can be. */
function byUncertainty(labels: LabelsView | null, components: number): Colouring {
  if (labels === null || labels.uncertainty === null) return BY_CLUSTER
  const most = components > 1 ? 1 - 1 / components : 1
  return {
    kind: 'value',
    values: labels.uncertainty,
    range: [0, most],
    name: say('uncertainty'),
    scale: 'sequential',
  }
}

/** From one component alone to all of them alike. */
function byEntropy(values: Float32Array | null, components: number): Colouring {
  if (values === null) return BY_CLUSTER
  const range = [0, components > 1 ? Math.log(components) : 1] as const
  return { kind: 'value', values, range, name: say('entropy'), scale: 'sequential' }
}

function byLogDensity(labels: LabelsView | null): Colouring {
  const values = labels?.logDensity ?? null
  if (values === null) return BY_CLUSTER
  return { kind: 'value', values, range: colourRange(values), name: say('log density'), scale: 'sequential' }
}

function byLabel({ drawn, categories, clusterOf, column }: KnownView, styles: readonly number[]): Colouring {
  const own = matchedStyles(clusterOf, styles)
  return { kind: 'category', codes: drawn, names: categories, styles: own, name: column }
}

function byColumn(held: ValuesView, name: string): Colouring {
  if (held.kind === 'categories') return { kind: 'category', codes: held.codes, names: held.names, name }
  const { values, centre } = held
  return { kind: 'value', values, centre, range: colourRange(values, centre), name, scale: 'sequential' }
}
