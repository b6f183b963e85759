import type { RatioTestView } from '../../../../contract/resampling-views.ts'
import { say } from '../../../../contract/words/say.ts'
import { binValues, planHistogram, type Bars } from '../../../charts/bars.ts'
import type { EChartsCoreOption } from '../../../charts/echarts.ts'
import type { ChartTheme } from '../../../charts/theme.ts'
import { formatFixed } from '../../../format/number.ts'

/** The statistics of the samples in bins. */
export function binStatistics({ statistics }: RatioTestView): Bars {
  return binValues(statistics, Math.min(0, ...statistics), Math.max(...statistics))
}

/** The statistics of the samples, and where the one of the data lies among them. */
export function planStatistics(view: RatioTestView, theme: ChartTheme): EChartsCoreOption {
  const pointer = {
    value: view.statistic,
    text: say('your data: T = {value}', { value: formatFixed(view.statistic, 2) }),
  }
  return planHistogram(binStatistics(view), say('T of the samples'), say('samples'), pointer, theme)
}
