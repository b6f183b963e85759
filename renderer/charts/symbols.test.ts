import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { drawnBy, saidAt } from './fake-painter.ts'
import { init } from './echarts.ts'
import { symbolSeries, type SymbolCloud } from './symbols.ts'

const cloud = (xy: number[], rest: Partial<SymbolCloud> = {}): SymbolCloud => ({
  xy: Float64Array.from(xy),
  symbol: 'circle',
  size: 4,
  color: '#336699',
  opacity: 0.5,
  describe: (item) => `point ${item}`,
  ...rest,
})
const filled: [color: string, x: number, y: number][] = []

beforeEach(() => {
  const pen = {
    fillStyle: '',
    at: [0, 0] as [number, number],
    setTransform: (_a: number, _b: number, _c: number, _d: number, x: number, y: number) => (pen.at = [x, y]),
    fill: () => filled.push([pen.fillStyle, ...pen.at]),
  }
  filled.length = 0
  vi.stubGlobal('document', { createElement: () => ({ getContext: () => pen }) })
  vi.stubGlobal(
    'Path2D',
    class {
      arc() {}
      moveTo() {}
      rect() {}
    },
  )
})
afterEach(() => vi.unstubAllGlobals())

describe('points as symbols', () => {
  it('are drawn on one canvas in the order of their clouds, with room for those at the edge', () => {
    const series = symbolSeries([cloud([20, 30, 10, 10]), cloud([20, 30], { color: '#cc0000' })])
    saidAt(series, 0, 0, { x: 10, y: 10, width: 90, height: 90 })
    expect(filled).toEqual([
      ['#336699', 14, 24],
      ['#336699', 4, 4],
      ['#cc0000', 14, 24],
    ])
  })

  it('are left out beyond the axes', () => {
    saidAt(symbolSeries([cloud([5, 50, 50, 50])]), 0, 0, { x: 10, y: 10, width: 90, height: 90 })
    expect(filled).toHaveLength(1)
  })

  it('say what they are under the pointer, the topmost first', () => {
    const over = cloud([20, 20], { describe: () => 'over it' })
    const series = symbolSeries([cloud([20, 20, 40, 40, 40, 40]), over])
    expect([saidAt(series, 21, 20), saidAt(series, 40, 41), saidAt(series, 30, 30)]).toEqual([
      'over it',
      'point 2',
      null,
    ])
  })

  it('are pointed at where they are filled', () => {
    const corner = (symbol: string) =>
      saidAt(symbolSeries([cloud([20, 20], { symbol, size: 10 })]), 24.5, 24.5)
    expect([corner('rect'), corner('circle')]).toEqual(['point 0', null])
  })

  it('are not pointed at where nothing is said of them', () => {
    const { xy, symbol, size, color, opacity } = cloud([20, 20])
    expect(saidAt(symbolSeries([{ xy, symbol, size, color, opacity }]), 20, 20)).toBeNull()
  })

  it('are elements of an SVG, each with its colour', () => {
    vi.unstubAllGlobals()
    const chart = init(null, null, { renderer: 'svg', ssr: true, width: 300, height: 200 })
    const axis = { type: 'value', min: 0, max: 100 }
    const series = [
      symbolSeries([cloud([20, 30, 10, 10]), cloud([50, 50], { symbol: 'rect', color: '#cc0000' })]),
    ]
    chart.setOption({ animation: false, xAxis: axis, yAxis: axis, series })
    const svg = chart.renderToSVGString()
    expect([svg.match(/fill="#336699"/g)?.length, svg.match(/fill="#cc0000"/g)?.length]).toEqual([2, 1])
    expect(svg).not.toContain('<image')
    chart.dispose()
  })

  it('wear their own looks', () => {
    expect(drawnBy(symbolSeries([cloud([1, 2], { symbol: 'pin' })]))).toEqual([
      { x: 1, y: 2, symbol: 'pin', color: '#336699', opacity: 0.5 },
    ])
  })
})
