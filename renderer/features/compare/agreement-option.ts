import type { AgreementView } from '../../../contract/views.ts'
import type { Clusters } from '../../stores/clusters.ts'
import { agreementColouring } from '../../stores/consensus.ts'
import type { useIdentityStore } from '../../stores/identity.ts'
import { planClusters } from '../../charts/clusters.ts'
import type { EChartsCoreOption } from '../../charts/echarts.ts'
import type { ChartTheme } from '../../charts/theme.ts'

/** The rows coloured by the share of votes for their cluster; null while something of it is on its way. */
export function planAgreement(
  clusters: Clusters,
  agreement: AgreementView | null,
  { styles, nameOf }: Pick<ReturnType<typeof useIdentityStore>, 'styles' | 'nameOf'>,
  theme: ChartTheme,
  selected: Uint8Array | null,
): EChartsCoreOption | null {
  const points = clusters.points.value
  const clustering = clusters.clustering.value
  if (points === null || clustering === null || agreement === null) return null
  const { restart, labels, model } = clustering
  const colouring = agreementColouring(agreement)
  return planClusters({ points, labels, model, theme, colouring, selected, styles: styles(restart), nameOf })
}
