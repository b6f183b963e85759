import { describe, expect, it } from 'vitest'
import { init } from './echarts.ts'
import {
  isZoomed,
  noteZoom,
  zoomOf,
  zoomTo,
  zoomedTo,
  zoomsOf,
  type ZoomEvent,
  type ZoomRanges,
} from './zoom.ts'

it('a chart zoomed on one axis is zoomed until all of it is shown again', () => {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: 400, height: 300 })
  const option = {
    xAxis: { type: 'value', min: 0, max: 10 },
    yAxis: { type: 'value', min: 0, max: 10 },
    dataZoom: [zoomOf('x', 0), zoomOf('y', 0)],
    series: [{ type: 'scatter', data: [[1, 2]] }],
  }
  chart.setOption(option)
  const heard: boolean[] = []
  const ranges: ZoomRanges = new Map()
  chart.on('datazoom', (event) => {
    noteZoom(ranges, event as ZoomEvent)
    heard.push(isZoomed(ranges))
  })
  const zooms = zoomsOf(option)
  chart.dispatchAction(zoomTo(zooms.slice(1).map(({ id }) => ({ id, shown: { start: 20, end: 60 } }))))
  expect(ranges.get('zoom-y-0')).toEqual({ start: 20, end: 60 })
  chart.dispatchAction(zoomTo(zooms.map(({ id }) => ({ id, shown: { start: 0, end: 100 } }))))
  const shown = (chart.getOption() as { dataZoom: { start: number; end: number }[] }).dataZoom
  chart.dispose()
  expect(heard).toEqual([true, false])
  expect(shown).toMatchObject([
    { start: 0, end: 100 },
    { start: 0, end: 100 },
  ])
})

it('a chart that is drawn anew shows what was seen of it, and goes on with it when its data change', () => {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: 400, height: 300 })
  const option = {
    xAxis: { type: 'value', min: 0, max: 10 },
    yAxis: { type: 'value', min: 0, max: 10 },
    dataZoom: [zoomOf('x', 0), zoomOf('y', 0)],
    series: [{ type: 'scatter', data: [[1, 2]] }],
  }
  const shown = () => (chart.getOption() as { dataZoom: { start: number; end: number }[] }).dataZoom
  const expected = [
    { start: 20, end: 60 },
    { start: 0, end: 100 },
  ]
  chart.setOption(zoomedTo(option, new Map([['zoom-x-0', { start: 20, end: 60 }]])))
  expect(shown()).toMatchObject(expected)
  chart.setOption({ ...option, series: [{ type: 'scatter', data: [[3, 4]] }] }, { replaceMerge: ['series'] })
  expect(shown()).toMatchObject(expected)
  chart.dispose()
})

describe('whether a chart is zoomed', () => {
  it('is told by all axes, not by the last one to move alone', () => {
    const ranges: ZoomRanges = new Map()
    noteZoom(ranges, { dataZoomId: 'x', start: 0, end: 50 })
    expect(isZoomed(ranges)).toBe(true)
    noteZoom(ranges, { batch: [{ dataZoomId: 'y', start: 0, end: 100 }] })
    expect(isZoomed(ranges)).toBe(true)
    noteZoom(ranges, { dataZoomId: 'x', start: 0, end: 100 })
    expect(isZoomed(ranges)).toBe(false)
  })
})
