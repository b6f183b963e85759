import type { ClusterChart } from '../../stores/cluster-view.ts'

interface Drawn {
  chart: ClusterChart
  /** Of the fit. */
  columns: number
  show: { ellipses: boolean; contours: boolean; rows: boolean }
}

const ELLIPSES = 'ellipses at 1 σ (solid) and 2 σ (dashed)'

/** What the lines of a chart of the clusters mean. */
export function chartLines({ chart, columns, show }: Drawn): string {
  if (chart === 'Uncertainty') return ''
  if (columns === 1) return 'curves: weight × density of each component'
  if (chart === 'Profiles') return show.rows ? 'lines: means, and some rows' : 'lines: means; bands: ± 1 σ'
  if (chart === 'Matrix')
    return `${show.ellipses ? 'ellipses at 1 σ and 2 σ · ' : ''}click a panel to enlarge it`
  return [
    ...(show.ellipses ? [ELLIPSES] : []),
    ...(show.contours ? ['contours hold 50, 80 and 95 % of the mixture'] : []),
  ].join(' · ')
}
