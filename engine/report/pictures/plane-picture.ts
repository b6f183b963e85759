import { formatCount } from '../../../contract/words/number.ts'
import { plural } from '../plural.ts'
import type { Mixture } from '../../../core/mixture/types.ts'
import { cut, type Markup, type Part } from '../markup.ts'
import type { Sample } from '../sample.ts'
import { axes, figure, type Frame, type Plot } from './canvas.ts'
import { drawCloud, rowsAxis, type Cloud } from './clusters-picture.ts'

const SIZE = { width: 720, height: 460 }
const FRAME: Frame = { left: 74, top: 10, width: 560, height: 400 }
const ELLIPSES = 'Ellipses: one and two standard deviations of each component; numbers stand at the means.'

/** All rows drawn in one plane: that of the two columns, or the one that separates the clusters most. */
export function planePicture(
  sample: Sample,
  { components, means, covariances }: Mixture,
  columns: readonly string[],
  styles: readonly number[],
): Markup {
  const { plane, labels } = sample
  const [x, y] = plane === null ? sample.columns : [plane.x, plane.y]
  const cloud: Cloud = {
    x,
    y,
    labels,
    styles,
    components:
      plane?.components ??
      Array.from({ length: components }, (_, k) => ({
        x: means[2 * k],
        y: means[2 * k + 1],
        covariance: { xx: covariances[4 * k], xy: covariances[4 * k + 1], yy: covariances[4 * k + 3] },
      })),
  }
  const plot: Plot = { frame: FRAME, x: rowsAxis(x, 7), y: rowsAxis(y, 6), down: false }
  const names = plane?.names ?? columns.map((name) => cut(name, 40))
  const what =
    plane === null
      ? ''
      : components === 1
        ? ' The plane is that of the two principal components of all columns.'
        : ' Of all planes through the columns it is the one in which the clusters stand farthest apart for their width (Fisher 1936; Rao 1948).'
  return figure(
    'plane-picture',
    SIZE,
    `Scatter of ${plural(sample.rows, 'row')} by cluster: ${names[0]} against ${names[1]}, with the ellipses of ${plural(components, 'component')}.`,
    [`The rows and the components.${what} ${ELLIPSES} `, drawnOf(sample)],
    axes(plot, { names: { x: names[0], y: names[1] } }),
    drawCloud(plot, cloud, 'plane', sample.rows > 800 ? 1.8 : 2.8, true),
  )
}

/** How many rows are drawn. */
export function drawnOf({ rows, of }: Pick<Sample, 'rows' | 'of'>): Part {
  return rows < of
    ? `${formatCount(rows)} of ${formatCount(of)} rows are drawn, a fair sample.`
    : `All ${plural(rows, 'row')} are drawn.`
}
