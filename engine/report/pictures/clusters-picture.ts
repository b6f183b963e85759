import { ellipseOutline, type PlaneComponent } from '../../../core/geometry/ellipse.ts'
import { isCluster, NOISE_LABEL } from '../../../core/mixture/partition.ts'
import { markup, type Markup, type Part } from '../markup.ts'
import { closeAxis, type Axis } from './axis.ts'
import { fixed, markPath, pathThrough, xOf, yOf, type Plot } from './canvas.ts'

/** Rows drawn in a plane, and the components there. */
export interface Cloud {
  x: Float64Array
  y: Float64Array
  /** 0-based component, 254 for noise. */
  labels: Uint8Array
  components: readonly PlaneComponent[]
  /** Of each component: the number that says its colour and its shape, and the number that is written. */
  styles: readonly number[]
}

/** Standard deviations at which ellipses are drawn: about 39 % and 86 % of a component in the plane. */
const RADII = [1, 2]

/** An axis that holds the rows. */
export function rowsAxis(values: Float64Array, count: number): Axis {
  let [least, most] = [Infinity, -Infinity]
  for (const value of values) {
    least = Math.min(least, value)
    most = Math.max(most, value)
  }
  return least > most ? closeAxis(0, 1, count) : closeAxis(least, most, count)
}

/** Rows, ellipses and numbers, cut at the frame. */
export function drawCloud(plot: Plot, cloud: Cloud, id: string, radius: number, numbers: boolean): Markup {
  const { left, top, width, height } = plot.frame
  const { components, styles } = cloud
  return markup`<clipPath id="${id}-clip"><rect x="${fixed(left)}" y="${fixed(top)}" width="${fixed(width)}" height="${fixed(height)}"/></clipPath>
<g clip-path="url(#${id}-clip)">
${styles.map((style, k) => marks(plot, cloud, k, style, radius))}${marks(plot, cloud, NOISE_LABEL, null, radius)}${components.map((component, k) => ellipses(plot, component, styles[k]))}${numbers ? components.map((component, k) => badge(plot, component, styles[k], String(k + 1))) : null}</g>
`
}

function marks(plot: Plot, { x, y, labels }: Cloud, label: number, style: number | null, r: number): Part {
  const shapes: string[] = []
  for (let i = 0; i < labels.length; i++) {
    if (labels[i] !== label || !(isCluster(label) || style === null)) continue
    const [px, py] = [xOf(plot, x[i]), yOf(plot, y[i])]
    shapes.push(style === null ? cross(px, py, r) : markPath(style, px, py, r))
  }
  if (shapes.length === 0) return null
  return markup`<path class="rows ${style === null ? 'noise' : colourOf(style)}" d="${shapes.join('')}"/>
`
}

const cross = (x: number, y: number, r: number) =>
  `M${fixed(x - r)} ${fixed(y - r)}l${fixed(2 * r)} ${fixed(2 * r)}m0 ${fixed(-2 * r)}l${fixed(-2 * r)} ${fixed(2 * r)}`

function ellipses(plot: Plot, component: PlaneComponent, style: number): Part {
  const paths = RADII.map((radius) => {
    const outline = ellipseOutline(component, radius, 49)
    const points = Array.from(
      { length: outline.length / 2 },
      (_, i) => [xOf(plot, outline[2 * i]), yOf(plot, outline[2 * i + 1])] as const,
    )
    return pathThrough(points, true)
  })
  return markup`<path class="ellipse ${colourOf(style)}" d="${paths.join('')}"/>
`
}

function badge(plot: Plot, { x, y }: PlaneComponent, style: number, number: string): Part {
  const [px, py] = [xOf(plot, x), yOf(plot, y)]
  return markup`<g class="badge ${colourOf(style)}"><path d="${markPath(0, px, py, 8)}"/><text x="${fixed(px)}" y="${fixed(py + 4)}" text-anchor="middle">${number}</text></g>
`
}

/** The class of a cluster's colour. */
export const colourOf = (style: number): string => `c${style % 8}`
