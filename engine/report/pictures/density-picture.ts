import { histogram } from '../../../core/table/histogram.ts'
import type { Mixture } from '../../../core/mixture/types.ts'
import { plural } from '../plural.ts'
import { cut, markup, type Markup } from '../markup.ts'
import type { Sample } from '../sample.ts'
import { linearAxis } from './axis.ts'
import { axes, figure, fixed, label, pathThrough, xOf, yOf, type Plot } from './canvas.ts'
import { colourOf, rowsAxis } from './clusters-picture.ts'
import { drawnOf } from './plane-picture.ts'

const SIZE = { width: 720, height: 320 }
const FRAME = { left: 74, top: 10, width: 620, height: 260 }
const STEPS = 160

/** One column: its histogram as a density, and the components, each by its weight, with their sum. */
export function densityPicture(
  sample: Sample,
  { components, weights, means, covariances, noise }: Mixture,
  column: string,
  styles: readonly number[],
): Markup {
  const values = sample.columns[0]
  const x = rowsAxis(values, 8)
  const bars = histogram(values, x.low, x.high, sample.weights)
  const all = bars.counts.reduce((sum, count) => sum + count, 0)
  const width = (x.high - x.low) / bars.counts.length
  const heights = bars.counts.map((count) => count / (all * width))
  const base = noise === undefined ? 0 : noise.weight * Math.exp(noise.logDensity)
  const places = Array.from({ length: STEPS + 1 }, (_, i) => x.low + ((x.high - x.low) * i) / STEPS)
  const curves = Array.from({ length: components }, (_, k) =>
    places.map((at) => weights[k] * normal(at, means[k], covariances[k])),
  )
  const sum = places.map((_, i) => curves.reduce((total, curve) => total + curve[i], base))
  const plot: Plot = { frame: FRAME, x, y: linearAxis(0, Math.max(...heights, ...sum), 5), down: false }
  const through = (curve: readonly number[]) =>
    pathThrough(curve.map((value, i) => [xOf(plot, places[i]), yOf(plot, value)] as const))
  return figure(
    'plane-picture',
    SIZE,
    `Histogram of ${cut(column)} over ${plural(sample.rows, 'row')} with the densities of ${plural(components, 'component')} and their sum.`,
    [
      sample.weights === null ? 'The rows as a histogram; ' : 'What the rows weigh as a histogram; ',
      'the density of each component by its weight, with its number at the mean; and their sum, dashed. ',
      drawnOf(sample),
    ],
    axes(plot, { names: { x: cut(column), y: 'density' } }),
    markup`<path class="bars" d="${heights.map((height, i) => bar(plot, x.low + i * width, width, height)).join('')}"/>
`,
    curves.map(
      (
        curve,
        k,
      ) => markup`<g class="component ${colourOf(styles[k])}"><path class="curve" d="${through(curve)}"/>${label(xOf(plot, means[k]), yOf(plot, Math.max(...curve)) - 5, String(k + 1), 'middle')}</g>
`,
    ),
    markup`<path class="sum" d="${through(sum)}"/>
`,
  )
}

function bar(plot: Plot, from: number, width: number, height: number): string {
  const [left, right, top] = [xOf(plot, from), xOf(plot, from + width), yOf(plot, height)]
  const bottom = plot.frame.top + plot.frame.height
  return height === 0
    ? ''
    : `M${fixed(left)} ${fixed(bottom)}V${fixed(top)}H${fixed(right)}V${fixed(bottom)}Z`
}

const normal = (at: number, mean: number, variance: number) =>
  Math.exp(-((at - mean) ** 2) / (2 * variance)) / Math.sqrt(2 * Math.PI * variance)
