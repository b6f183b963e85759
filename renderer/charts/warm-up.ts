import { crowdSeries, CROWD } from './crowd.ts'
import { init, type EChartsCoreOption } from './echarts.ts'
import { planLandscape } from './landscape.ts'
import { solutionLook } from './solution-look.ts'
import { layTerrain } from './terrain.ts'
import { LIGHT } from './theme.ts'

const axis = { type: 'value' }
let warm = false

/**
 * Draws the first charts out of sight while the page is idle: a first one costs several times the next (code to compile, fonts
 * to measure), which would otherwise be felt just after Run is pressed.
 */
export function warmUpCharts(): void {
  if (warm) return
  warm = true
  drawNext([noSeries, someZoom, oneLine, oneShape, someCurves, someCrowd])
}

/** Each in an idle moment of its own, so that what the person does meanwhile comes between them. */
function drawNext([plan, ...later]: readonly (() => EChartsCoreOption)[]): void {
  if (plan === undefined) return
  requestIdleCallback(() => {
    drawUnseen(plan())
    drawNext(later)
  })
}

function drawUnseen(option: EChartsCoreOption): void {
  const chart = init(document.createElement('div'), null, { width: 800, height: 400 })
  chart.setOption(option)
  chart.dispose()
}

function noSeries(): EChartsCoreOption {
  return { xAxis: axis, yAxis: axis }
}

function someZoom(): EChartsCoreOption {
  return { ...noSeries(), grid: [{}], dataZoom: [{ type: 'inside', filterMode: 'none' }], tooltip: {} }
}

function oneLine(): EChartsCoreOption {
  const data = Float64Array.of(1, -2, 2, -1)
  return { ...someZoom(), series: [{ type: 'line', dimensions: ['x', 'y'], showSymbol: false, data }] }
}

function oneShape(): EChartsCoreOption {
  const shape = {
    points: [
      [0, 0],
      [9, 0],
      [0, 9],
    ],
  }
  const children = [
    { type: 'polygon', shape },
    { type: 'text', style: { text: 'A' } },
  ]
  return {
    ...noSeries(),
    series: [{ type: 'custom', data: [[1, 1]], renderItem: () => ({ type: 'group', children }) }],
  }
}

function someCurves(): EChartsCoreOption {
  const solution = 'A'
  const xy = Float64Array.of(1, -2, 2, -1, 3, -0.5)
  return planLandscape({
    curves: [{ id: 'a', xy, look: 'plain', solution }],
    terrain: layTerrain([{ id: 'a', standing: 'ended', solution, value: -0.5 }]),
    looks: new Map([[solution, solutionLook(0)]]),
    letterOf: (id) => id,
    best: 'a',
    top: -0.5,
    chosen: 'a',
    scale: 'log-likelihood',
    theme: LIGHT,
    curvesInChart: false,
  })
}

function someCrowd(): EChartsCoreOption {
  const x = Float32Array.from({ length: CROWD }, (_, i) => i % 300)
  const y = Float32Array.from({ length: CROWD }, (_, i) => i % 200)
  const looks = [{ color: LIGHT.curve, symbol: 'circle' as const }]
  const style = { size: 2, opacity: 0.5 }
  const range = { ...axis, min: 0, max: 300 }
  return {
    xAxis: range,
    yAxis: range,
    series: [crowdSeries({ x, y, wears: null, looks, selected: null }, { x: 0, y: 0 }, style)],
  }
}
