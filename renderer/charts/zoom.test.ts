import { expect, it } from 'vitest'
import { init } from './echarts.ts'
import { isZoomed, showAll, type ZoomEvent } from './zoom.ts'

it('a chart zoomed on one axis is zoomed until all of it is shown again', () => {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: 400, height: 300 })
  chart.setOption({
    xAxis: { type: 'value', min: 0, max: 10 },
    yAxis: { type: 'value', min: 0, max: 10 },
    dataZoom: [
      { type: 'inside', xAxisIndex: 0, filterMode: 'none' },
      { type: 'inside', yAxisIndex: 0, filterMode: 'none' },
    ],
    series: [{ type: 'scatter', data: [[1, 2]] }],
  })
  const heard: boolean[] = []
  chart.on('datazoom', (event) => void heard.push(isZoomed(event as ZoomEvent)))
  chart.dispatchAction({ type: 'dataZoom', batch: [{ dataZoomIndex: 1, start: 20, end: 60 }] })
  chart.dispatchAction(showAll(2))
  const ranges = (chart.getOption() as { dataZoom: { start: number; end: number }[] }).dataZoom
  chart.dispose()
  expect(heard).toEqual([true, false])
  expect(ranges).toMatchObject([
    { start: 0, end: 100 },
    { start: 0, end: 100 },
  ])
})
