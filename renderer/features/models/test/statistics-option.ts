import type { RatioTestView } from '../../../../contract/resampling-views.ts'
import { binValues, planHistogram } from '../../../charts/bars.ts'
import type { EChartsCoreOption } from '../../../charts/echarts.ts'
import type { ChartTheme } from '../../../charts/theme.ts'
import { formatFixed } from '../../../format/number.ts'

/** The statistics of the samples, and where the one of the data lies among them. */
export function planStatistics(
  { statistics, statistic }: RatioTestView,
  theme: ChartTheme,
): EChartsCoreOption {
  const bars = binValues(statistics, Math.min(0, ...statistics), Math.max(...statistics))
  const pointer = { value: statistic, text: `your data: T = ${formatFixed(statistic, 2)}` }
  return planHistogram(bars, 'T of the samples', 'samples', pointer, theme)
}
