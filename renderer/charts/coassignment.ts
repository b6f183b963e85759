import { say } from '../../contract/words/say.ts'
import type { CoassignmentView } from '../../contract/views.ts'
import { formatCount } from '../format/number.ts'
import { axisLook, FONT, GRID } from './axis.ts'
import { channelsOf } from './colouring.ts'
import type { EChartsCoreOption } from './echarts.ts'
import type { ChartTheme } from './theme.ts'

interface Api {
  coord(value: [number, number]): [number, number]
}

/** Rows against rows, as dark as they are often put together, with lines between the clusters. */
export function planCoassignment(
  view: CoassignmentView,
  styles: readonly number[],
  theme: ChartTheme,
): EChartsCoreOption {
  const count = view.rows.length
  const edges = blockEdges(view.sizes)
  const middles = new Map(
    view.sizes.flatMap((size, k) =>
      size === 0 ? [] : [[((edges[k] ?? 0) + (edges[k + 1] ?? 0)) / 2, (styles[k] ?? k) + 1] as const],
    ),
  )
  const axis = (side: 'x' | 'y') => {
    const look = axisLook(side, say('rows by cluster'), theme)
    const label = {
      ...look.axisLabel,
      customValues: [...middles.keys()],
      formatter: (at: number) => String(middles.get(at) ?? ''),
    }
    return {
      ...look,
      type: 'value',
      min: 0,
      max: count,
      inverse: side === 'y',
      nameGap: side === 'x' ? 26 : 32,
      splitLine: { show: false },
      axisLabel: label,
    }
  }
  let drawn: HTMLCanvasElement | null = null

  function renderItem(_: unknown, api: Api) {
    drawn ??= paint(coassignmentPixels(view, theme), count)
    const [x, y] = api.coord([0, 0])
    const [right, bottom] = api.coord([count, count])
    const lines = edges.slice(1, -1).flatMap((edge) => {
      const [atX, atY] = api.coord([edge, edge])
      return [
        { x1: atX, y1: y, x2: atX, y2: bottom },
        { x1: x, y1: atY, x2: right, y2: atY },
      ]
    })
    return {
      type: 'group',
      silent: true,
      children: [
        { type: 'image', style: { image: drawn, x, y, width: right - x, height: bottom - y } },
        ...lines.map((shape) => ({ type: 'line', shape, style: { stroke: theme.muted, lineWidth: 1 } })),
      ],
    }
  }

  return {
    animation: false,
    textStyle: { fontFamily: FONT },
    grid: { ...GRID, left: 52 },
    tooltip: { show: false },
    xAxis: axis('x'),
    yAxis: axis('y'),
    series: [
      {
        id: 'coassignment',
        type: 'custom',
        data: [[0, 0]],
        dimensions: ['x', 'y'],
        renderItem,
        silent: true,
        z: 2,
      },
    ],
  }
}

/** Red, green, blue and opacity of each pair of rows [rows × rows × 4], from the background (never) to the accent (always). */
export function coassignmentPixels(
  { rows, pattern, patterns, together }: CoassignmentView,
  theme: ChartTheme,
): Uint8ClampedArray<ArrayBuffer> {
  const [from, to] = [channelsOf(theme.background), channelsOf(theme.accent)]
  const shades = Uint32Array.from(together, (share) => {
    const [red = 0, green = 0, blue = 0] = from.map((low, at) =>
      Math.round(low + share * ((to[at] ?? 0) - low)),
    )
    return red | (green << 8) | (blue << 16) | (255 << 24)
  })
  const pixels = new Uint32Array(rows.length * rows.length)
  for (let a = 0, at = 0; a < rows.length; a++) {
    const base = (pattern[a] ?? 0) * patterns
    for (let b = 0; b < rows.length; b++, at++) pixels[at] = shades[base + (pattern[b] ?? 0)] ?? 0
  }
  return new Uint8ClampedArray(pixels.buffer)
}

/** Where the clusters begin and end among the rows: one more than there are clusters. */
function blockEdges(sizes: readonly number[]): number[] {
  let at = 0
  return [0, ...sizes.map((size) => (at += size))]
}

function paint(pixels: Uint8ClampedArray<ArrayBuffer>, side: number): HTMLCanvasElement {
  const image = document.createElement('canvas')
  image.width = side
  image.height = side
  image.getContext('2d')?.putImageData(new ImageData(pixels, side, side), 0, 0)
  return image
}

/** What the plot shows, for those who cannot see it. */
export function describeCoassignment({ rows, of, sizes }: CoassignmentView): string {
  const sample =
    rows.length < of
      ? say('a fair sample of {rows, number} of {all, plural, one {# row} other {# rows}}', {
          rows: rows.length,
          all: of,
        })
      : say('{rows, plural, one {# row} other {# rows}}', { rows: of })
  return say(
    'How often the good solutions put two rows into one cluster, for {sample}, in blocks of {clusters, plural, one {# cluster} other {# clusters}} of {sizes} rows.',
    { sample, clusters: sizes.length, sizes: sizes.map(formatCount).join(', ') },
  )
}
