import { describe, expect, it } from 'vitest'
import { init } from './echarts.ts'
import { noteZoom, showAll, type ZoomEvent, type ZoomRanges } from './zoom.ts'

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
  const ranges: ZoomRanges = new Map()
  chart.on('datazoom', (event) => void heard.push(noteZoom(ranges, event as ZoomEvent)))
  chart.dispatchAction({ type: 'dataZoom', batch: [{ dataZoomIndex: 1, start: 20, end: 60 }] })
  chart.dispatchAction(showAll(2))
  const shown = (chart.getOption() as { dataZoom: { start: number; end: number }[] }).dataZoom
  chart.dispose()
  expect(heard).toEqual([true, false])
  expect(shown).toMatchObject([
    { start: 0, end: 100 },
    { start: 0, end: 100 },
  ])
})

describe('whether a chart is zoomed', () => {
  it('is told by all axes, not by the last one to move alone', () => {
    const ranges: ZoomRanges = new Map()
    expect(noteZoom(ranges, { dataZoomId: 'x', start: 0, end: 50 })).toBe(true)
    expect(noteZoom(ranges, { batch: [{ dataZoomId: 'y', start: 0, end: 100 }] })).toBe(true)
    expect(noteZoom(ranges, { dataZoomId: 'x', start: 0, end: 100 })).toBe(false)
  })
})
