import { ellipseOutline, type PlaneComponent } from '../../core/geometry/ellipse.ts'
import type { ModelView } from '../../contract/views.ts'
import type { Bounds } from './bounds.ts'
import type { Look } from './colouring.ts'
import { contourSeries } from './contours.ts'
import { joinCurves } from './curves.ts'
import { planeComponents } from './plane-components.ts'
import type { ScatterPlan } from './scatter.ts'
import type { ChartTheme } from './theme.ts'

/** What is switched on of the components of a model: contours, outlines at 1 and 2 standard deviations, and their numbered centres. */
export function modelSeries(
  model: ModelView,
  look: Look,
  plan: ScatterPlan,
  bounds: { x: Bounds; y: Bounds },
  many: boolean,
) {
  const { points, styles, theme, show } = plan
  const components = planeComponents(model, points.projection)
  const contours = show?.contours ?? false
  const ellipses = show?.ellipses ?? true
  return [
    ...(contours ? contourSeries(model.weights, components, bounds, theme) : []),
    ...(ellipses ? ellipseSeries(components, look, theme, many) : []),
    ...(contours || ellipses ? [centres(components, look, styles, theme)] : []),
  ]
}

/** Few series, because each costs time at every change: two for all components of one colour, the casings in one. */
function ellipseSeries(components: readonly PlaneComponent[], look: Look, theme: ChartTheme, many: boolean) {
  const width = 1.75 * theme.thickness
  const alike = new Map<string, PlaneComponent[]>()
  components.forEach((component, k) => {
    const color = look(k)[theme.name]
    alike.set(color, [...(alike.get(color) ?? []), component])
  })
  const around = (group: readonly PlaneComponent[], deviations: number) =>
    joinCurves(group.map((component) => ellipseOutline(component, deviations)))
  const outlines = [...alike].flatMap(([color, group], at) => [
    outline(`outline-${at}-1`, around(group, 1), { width, color, type: 'solid' }),
    outline(`outline-${at}-2`, around(group, 2), { width, color, type: 'dashed' }),
  ])
  const casing = joinCurves(outlines.map(({ data }) => data))
  const casings = [
    {
      ...outline('casings', casing, { color: theme.background, width: 5 * theme.thickness, opacity: 0.75 }),
      z: 3,
    },
  ]
  return [...(many ? casings : []), ...outlines]
}

function outline(id: string, data: Float64Array, lineStyle: Record<string, unknown>) {
  return {
    id,
    type: 'line',
    data,
    dimensions: ['x', 'y'],
    showSymbol: false,
    silent: true,
    clip: true,
    z: 4,
    lineStyle,
  }
}

function centres(
  components: readonly PlaneComponent[],
  look: Look,
  styles: readonly number[] | undefined,
  theme: ChartTheme,
) {
  return {
    id: 'centres',
    type: 'scatter',
    data: components.map(({ x, y }, k) => ({
      value: [x, y],
      itemStyle: { borderColor: look(k)[theme.name] },
    })),
    symbol: 'circle',
    symbolSize: 19,
    silent: true,
    z: 5,
    itemStyle: { color: theme.background, borderWidth: 2 },
    label: {
      show: true,
      formatter: ({ dataIndex }: { dataIndex: number }) => String((styles?.[dataIndex] ?? dataIndex) + 1),
      color: theme.text,
      fontSize: 11,
      fontWeight: 600,
    },
  }
}
