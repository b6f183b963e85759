import { say } from '../../contract/words/say.ts'
import { formatExponent, formatFixed } from '../format/number.ts'
import { ellipseOutline } from '../../core/geometry/ellipse.ts'
import { FONT, valueAxis } from './axis.ts'
import { decimalsOf, roundBounds, type Bounds } from './bounds.ts'
import { crowdSeries } from './crowd.ts'
import type { EChartsCoreOption } from './echarts.ts'
import { densityTop, histogramOf } from './marginal.ts'
import { diagonal } from './matrix-diagonal.ts'
import { markSeries } from './marks.ts'
import { panelsOf, type MatrixPlan, type Panel } from './matrix-plan.ts'
import { clusterStyle } from './palette.ts'
import { polylineSeries, type Polyline } from './polylines.ts'
import { rangeOf } from './range.ts'

/** In per cent of the picture. */
const OUTER = { left: 7.5, right: 1, top: 1, bottom: 7 }
const GAP = 1.2
/** Of an axis, from its end. */
const NEAR = 0.08
/** Characters of a number that reaches beyond its panel. */
const LONG = 5
/** Outlines beyond which only the wider ones are drawn. */
const MANY_OUTLINES = 600

/** Every pair of columns as a scatter with the ellipses of the components; on the diagonal each column's histogram and densities. */
export function planMatrix(plan: MatrixPlan): EChartsCoreOption {
  const { columns, theme } = plan
  const n = columns.length
  const bounds = columns.map(({ values, centre }) => tightBounds(...rangeOf(values, centre)))
  const histograms = columns.map(({ values, centre }) => histogramOf(values, centre, null, plan.weights))
  const panels = panelsOf(n)
  const width = (100 - OUTER.left - OUTER.right - GAP * (n - 1)) / n
  const height = (100 - OUTER.top - OUTER.bottom - GAP * (n - 1)) / n
  const axisOf = (side: 'x' | 'y', gridIndex: number, column: number, labelled: boolean) => {
    const axis = valueAxis(side, '', bounds[column] ?? { min: 0, max: 1, interval: 1 }, theme)
    return {
      ...axis,
      gridIndex,
      splitLine: { show: false },
      axisLabel: {
        ...axis.axisLabel,
        show: labelled,
        customValues: side === 'x' ? clearOfTheNext(bounds[column]) : multiplesOf(bounds[column]),
        fontSize: 10,
        margin: 4,
        formatter: briefly(bounds[column]),
      },
    }
  }
  return {
    animation: false,
    textStyle: { fontFamily: FONT },
    tooltip: { show: false },
    grid: panels.map(({ column, row }) => ({
      left: `${OUTER.left + column * (width + GAP)}%`,
      top: `${OUTER.top + row * (height + GAP)}%`,
      width: `${width}%`,
      height: `${height}%`,
      show: true,
      borderColor: theme.hairline,
      borderWidth: 1,
      backgroundColor: 'transparent',
    })),
    xAxis: panels.map(({ column, row }, at) => axisOf('x', at, column, row === n - 1)),
    yAxis: panels.map(({ column, row }, at) =>
      column === row
        ? {
            type: 'value',
            gridIndex: at,
            show: false,
            min: 0,
            max: densityTop(histograms[row] ?? { outline: new Float64Array(), highest: 0 }),
          }
        : axisOf('y', at, row, column === 0),
    ),
    series: panels.flatMap((panel, axis): object[] =>
      panel.column === panel.row
        ? diagonal(plan, panel.row, axis, bounds[panel.row] ?? { min: 0, max: 1 })
        : pair(plan, panel, axis),
    ),
  }
}

/** All of a range and no more: panels have no room for round ends. One number alone would not say how long an axis is. */
function tightBounds(low: number, high: number): Bounds {
  if (!(low < high)) return roundBounds(low, high, 3)
  const [coarse, fine] = [3, 6].map((steps) => ({
    min: low,
    max: high,
    interval: roundBounds(low, high, steps).interval,
  })) as [Bounds, Bounds]
  return multiplesOf(coarse).length > 1 ? coarse : fine
}

/** Panels have no room for many digits: 40.000.000 is 4e7 here. */
function briefly({ min, max, interval }: Bounds = { min: 0, max: 0, interval: 1 }) {
  const largest = Math.max(Math.abs(min), Math.abs(max))
  const decimals = decimalsOf(interval)
  return (value: number) =>
    value !== 0 && (largest >= 1e5 || decimals > 3)
      ? formatExponent(value)
      : formatFixed(value, value === 0 ? 0 : decimals)
}

function multiplesOf({ min, max, interval }: Bounds = { min: 0, max: 0, interval: 1 }): number[] {
  const first = Math.ceil(min / interval)
  const count = Math.max(0, Math.floor(max / interval) - first + 1)
  return Array.from({ length: count }, (_, i) => Number(((first + i) * interval).toPrecision(14)))
}

/** Without a long one at the right end, where the number of the next panel begins. */
function clearOfTheNext(bounds: Bounds = { min: 0, max: 0, interval: 1 }): number[] {
  const reach = bounds.max - NEAR * (bounds.max - bounds.min)
  const write = briefly(bounds)
  return multiplesOf(bounds).filter((value) => value <= reach || write(value).length < LONG)
}

function pair(plan: MatrixPlan, { column, row }: Panel, axis: number) {
  const [across, up] = [plan.columns[column], plan.columns[row]]
  if (across === undefined || up === undefined) return []
  const { worn, selected } = plan
  const crowd = { x: across.values, y: up.values, wears: worn.of, looks: worn.looks, selected }
  const style = { size: across.values.length > 2_000 ? 2 : 3, opacity: 0.6 }
  return [
    {
      ...crowdSeries(crowd, { x: across.centre, y: up.centre }, style),
      id: `points-${axis}`,
      xAxisIndex: axis,
      yAxisIndex: axis,
    },
    ...markSeries(
      { x: across.values, y: up.values, centre: { x: across.centre, y: up.centre } },
      plan.marks,
      plan.theme,
    ).map((series, at) => ({ ...series, id: `marks-${axis}-${at}`, xAxisIndex: axis, yAxisIndex: axis })),
    polylineSeries(outlines(plan, across.at, up.at), { id: `outlines-${axis}`, axis, z: 4 }),
  ]
}

function outlines({ model, styles, columns, ellipses, theme }: MatrixPlan, a: number, b: number): Polyline[] {
  if (model === null || !ellipses) return []
  const d = model.columns.length
  const panels = (columns.length * (columns.length - 1)) / 2
  const radii = 2 * model.weights.length * panels > MANY_OUTLINES ? [2] : [1, 2]
  return Array.from(model.weights, (_, k) => {
    const at = (i: number, j: number) => model.covariances[(k * d + i) * d + j] ?? NaN
    const covariance = { xx: at(a, a), xy: at(a, b), yy: at(b, b) }
    const component = { x: model.means[k * d + a] ?? NaN, y: model.means[k * d + b] ?? NaN, covariance }
    const color = clusterStyle(styles?.[k] ?? k)[theme.name]
    return radii.map((radius) => ({
      xy: ellipseOutline(component, radius, 49),
      color,
      width: radius === 1 ? 1.5 : 1,
    }))
  }).flat()
}

/** What the matrix shows, for those who cannot see it. */
export function describeMatrix(columns: readonly string[], rows: number, subject: string): string {
  return say(
    'Scatter matrix of {columns} for {subject}, {rows, number} rows, with the ellipses of the components in each panel and each column’s histogram and densities on the diagonal.',
    { columns: columns.join(', '), subject, rows },
  )
}
