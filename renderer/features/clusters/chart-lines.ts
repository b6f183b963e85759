import { say } from '../../../contract/words/say.ts'
import { nameWeights } from '../../format/weighting.ts'
import type { WeightingView } from '../../../contract/weighting.ts'
import type { ClusterChart } from '../../stores/cluster-view.ts'

interface Drawn {
  chart: ClusterChart
  /** Of the fit. */
  columns: number
  show: { ellipses: boolean; contours: boolean; marginals: boolean; rows: boolean }
  /** By what rows count; null where each counts once. */
  weighting: Pick<WeightingView, 'column' | 'kind'> | null
}

/** What the histograms count. */
const bars = (weighting: Drawn['weighting']) =>
  weighting === null
    ? say('histograms count rows')
    : say('histograms add up weights ({weights})', { weights: nameWeights(weighting) })

const ELLIPSES = say('ellipses at 1 σ (solid) and 2 σ (dashed)')

/** What the lines of a chart of the clusters mean. */
export function chartLines(drawn: Drawn): string {
  const lines = shapes(drawn)
  const { chart, weighting } = drawn
  if (weighting === null || chart === 'Uncertainty' || (chart === 'Profiles' && !drawn.show.rows))
    return lines
  const mark =
    chart === 'Profiles'
      ? say('a thin line is a row, whatever it weighs')
      : say('a point is a row, whatever it weighs')
  return [lines, mark].filter(Boolean).join(' · ')
}

function shapes({ chart, columns, show, weighting }: Drawn): string {
  if (chart === 'Uncertainty') return ''
  if (columns === 1) return say('curves: weight × density of each component')
  if (chart === 'Profiles')
    return show.rows ? say('lines: means, and some rows') : say('lines: means; bands: ± 1 σ')
  if (chart === 'Matrix')
    return [
      ...(show.ellipses ? [say('ellipses at 1 σ and 2 σ')] : []),
      bars(weighting),
      say('click a panel to enlarge it'),
    ].join(' · ')
  return [
    ...(show.ellipses ? [ELLIPSES] : []),
    ...(show.contours ? [say('contours hold 50, 80 and 95 % of the mixture')] : []),
    ...(show.marginals ? [bars(weighting)] : []),
  ].join(' · ')
}
