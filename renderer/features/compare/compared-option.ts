import type { Clusters } from '../../stores/clusters.ts'
import { planClusters } from '../../charts/clusters.ts'
import type { EChartsCoreOption } from '../../charts/echarts.ts'
import type { ChartTheme } from '../../charts/theme.ts'

/** The plot of one side; null while its points are on their way. */
export function planCompared(
  clusters: Clusters,
  styles: readonly number[] | undefined,
  theme: ChartTheme,
  selected: Uint8Array | null,
): EChartsCoreOption | null {
  const points = clusters.points.value
  if (points === null) return null
  const { labels = null, model = null } = clusters.clustering.value ?? {}
  return planClusters({ points, labels, model, theme, selected, ...(styles === undefined ? {} : { styles }) })
}
