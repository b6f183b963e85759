import type { Clusters } from '../../stores/clusters.ts'
import type { useIdentityStore } from '../../stores/identity.ts'
import { planClusters } from '../../charts/clusters.ts'
import type { EChartsCoreOption } from '../../charts/echarts.ts'
import type { ChartTheme } from '../../charts/theme.ts'

/** The plot of one side; null while its points are on their way. */
export function planCompared(
  clusters: Clusters,
  { styles, nameOf }: ReturnType<typeof useIdentityStore>,
  theme: ChartTheme,
  selected: Uint8Array | null,
): EChartsCoreOption | null {
  const points = clusters.points.value
  const clustering = clusters.clustering.value
  if (points === null) return null
  if (clustering === null) return planClusters({ points, labels: null, model: null, theme, selected })
  const { restart, labels, model } = clustering
  return planClusters({ points, labels, model, theme, selected, styles: styles(restart), nameOf })
}
