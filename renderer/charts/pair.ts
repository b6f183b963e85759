import type { EChartsCoreOption } from './echarts.ts'

type Part = Record<string, unknown>

/** Two plots side by side in one option, for a picture of both. */
export function planPair(left: EChartsCoreOption, right: EChartsCoreOption): EChartsCoreOption {
  return {
    animation: false,
    textStyle: left['textStyle'],
    grid: [
      { ...(left['grid'] as Part), right: '51%' },
      { ...(right['grid'] as Part), left: '56%' },
    ],
    xAxis: [left['xAxis'], { ...(right['xAxis'] as Part), gridIndex: 1 }],
    yAxis: [left['yAxis'], { ...(right['yAxis'] as Part), gridIndex: 1 }],
    series: [
      ...(left['series'] as Part[]),
      ...(right['series'] as Part[]).map((each) => ({
        ...each,
        id: `right-${String(each['id'])}`,
        xAxisIndex: 1,
        yAxisIndex: 1,
      })),
    ],
  }
}
