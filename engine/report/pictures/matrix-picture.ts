import { formatCount } from '../../../contract/words/number.ts'
import { plural } from '../plural.ts'
import type { Mixture } from '../../../core/mixture/types.ts'
import { cut, markup, type Markup } from '../markup.ts'
import type { Sample } from '../sample.ts'
import { axes, figure, type Plot } from './canvas.ts'
import { drawCloud, rowsAxis } from './clusters-picture.ts'
import { evenly } from './restarts.ts'

/** More columns than this make cells too small to read. */
export const MOST_IN_MATRIX = 6
const DRAWN = 400
const WIDTH = 720
const MARGIN = { left: 70, bottom: 40, top: 8 }
const GAP = 8

/** Every pair of columns, below the names on the diagonal. */
export function matrixPicture(
  sample: Sample,
  { components, dimension: d, means, covariances }: Mixture,
  columns: readonly string[],
  styles: readonly number[],
): Markup {
  const side = (WIDTH - MARGIN.left - 12 - GAP * (d - 2)) / (d - 1)
  const places = evenly([...sample.labels.keys()], DRAWN)
  const labels = Uint8Array.from(places, (i) => sample.labels[i])
  const taken = sample.columns.map((column) => Float64Array.from(places, (i) => column[i]))
  const scales = taken.map((values) => rowsAxis(values, 3))
  const frames = pairs(d).map(([row, column]) => {
    const left = MARGIN.left + column * (side + GAP)
    const top = MARGIN.top + (row - 1) * (side + GAP)
    const plot: Plot = {
      frame: { left, top, width: side, height: side },
      x: scales[column],
      y: scales[row],
      down: false,
    }
    const cloud = {
      x: taken[column],
      y: taken[row],
      labels,
      styles,
      components: Array.from({ length: components }, (_, k) => ({
        x: means[k * d + column],
        y: means[k * d + row],
        covariance: {
          xx: covariances[(k * d + column) * d + column],
          xy: covariances[(k * d + row) * d + column],
          yy: covariances[(k * d + row) * d + row],
        },
      })),
    }
    const edge = { x: row === d - 1, y: column === 0 }
    const names = {
      x: edge.x ? cut(columns[column], 22) : '',
      y: edge.y ? cut(columns[row], 22) : '',
    }
    return markup`${axes(plot, { names, labels: edge })}${drawCloud(plot, cloud, `pair-${row}-${column}`, 1.3, false)}`
  })
  const height = MARGIN.top + (d - 1) * (side + GAP) + MARGIN.bottom
  const drawn =
    places.length < sample.of
      ? `${formatCount(places.length)} of ${formatCount(sample.of)} rows are drawn.`
      : `All ${plural(sample.of, 'row')} are drawn.`
  return figure(
    'matrix-picture',
    { width: WIDTH, height },
    `Scatter of every pair of ${d} columns by cluster, with the ellipses of ${plural(components, 'component')}.`,
    `Every pair of columns: rows by cluster, and ellipses of one and two standard deviations. ${drawn}`,
    frames,
  )
}

/** [row, column] below the diagonal. */
function pairs(d: number): [number, number][] {
  const all: [number, number][] = []
  for (let row = 1; row < d; row++) for (let column = 0; column < row; column++) all.push([row, column])
  return all
}
