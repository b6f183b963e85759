import { contourLines } from '../../core/geometry/contour.ts'
import { planeDensity, regionLevels } from '../../core/geometry/density.ts'
import type { PlaneComponent } from '../../core/geometry/ellipse.ts'
import { gridLines } from '../../core/geometry/grid-lines.ts'
import type { Bounds } from './bounds.ts'
import { FONT } from './axis.ts'
import { polylineSeries, type Polyline } from './polylines.ts'
import type { ChartTheme } from './theme.ts'

/** Shares of the mixture that the drawn regions hold, and how their outlines look. */
const REGIONS = [
  { probability: 0.5, width: 2, opacity: 0.95 },
  { probability: 0.8, width: 1.5, opacity: 0.75 },
  { probability: 0.95, width: 1, opacity: 0.6 },
] as const
const COLUMNS = 160
const LINES = 120
/** Beyond the axes, so that no outline runs along them. */
const MARGIN = 0.02

/** Outlines of the smallest regions of the plane that hold 50, 80 and 95 % of the mixture, each with its share at its top. */
export function contourSeries(
  weights: Float64Array,
  components: readonly PlaneComponent[],
  bounds: { x: Bounds; y: Bounds },
  theme: ChartTheme,
) {
  const spread = (axis: 'x' | 'y', variance: 'xx' | 'yy') =>
    components.map((each) => ({ mean: each[axis], deviation: Math.sqrt(each.covariance[variance]) }))
  const x = linesOver(bounds.x, COLUMNS, spread('x', 'xx'))
  const y = linesOver(bounds.y, LINES, spread('y', 'yy'))
  const values = planeDensity(weights, components).onGrid(x, y)
  const levels = regionLevels(
    weights,
    components,
    REGIONS.map(({ probability }) => probability),
  )
  const outlines = REGIONS.map((region, at) => ({
    ...region,
    lines: contourLines(x, y, values, levels[at] ?? Infinity),
  }))
  return [
    polylineSeries(
      outlines.flatMap(({ lines }) =>
        lines.map((xy): Polyline => ({ xy, color: theme.background, width: 4, opacity: 0.6 })),
      ),
      { id: 'contour-casings', z: 3 },
    ),
    polylineSeries(
      outlines.flatMap(({ lines, width, opacity }) =>
        lines.map((xy): Polyline => ({ xy, color: theme.text, width: width * theme.thickness, opacity })),
      ),
      { id: 'contours', z: 4 },
    ),
    shares(outlines, bounds, theme),
  ]
}

function linesOver({ min, max }: Bounds, count: number, spread: Parameters<typeof gridLines>[3]) {
  const margin = (max - min) * MARGIN
  return gridLines(min - margin, max + margin, count, spread)
}

/** What each outline holds, at its highest point that is on the plot. */
function shares(
  outlines: readonly { probability: number; lines: readonly Float64Array[] }[],
  { x, y }: { x: Bounds; y: Bounds },
  theme: ChartTheme,
) {
  const tops = outlines.flatMap(({ probability, lines }) => {
    let top: [number, number] | null = null
    for (const xy of lines)
      for (let i = 0; i + 1 < xy.length; i += 2) {
        const [atX = NaN, atY = NaN] = [xy[i], xy[i + 1]]
        const inside = atX > x.min && atX < x.max && atY > y.min && atY < y.max
        if (inside && (top === null || atY > top[1])) top = [atX, atY]
      }
    return top === null ? [] : [{ value: top, name: `${Math.round(100 * probability)} %` }]
  })
  return {
    id: 'contour-shares',
    type: 'scatter',
    data: tops,
    symbolSize: 0,
    silent: true,
    z: 4,
    label: {
      show: true,
      position: 'inside',
      formatter: '{b}',
      color: theme.text,
      backgroundColor: theme.background,
      padding: [1, 3],
      borderRadius: 2,
      fontSize: 10,
      fontFamily: FONT,
    },
  }
}
