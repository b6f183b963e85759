import { say } from '../../contract/words/say.ts'
import { formatFixed } from '../format/number.ts'
import { axisLook, FONT } from './axis.ts'
import { mix } from './colouring.ts'
import type { EChartsCoreOption } from './echarts.ts'
import type { ChartTheme } from './theme.ts'

interface Api {
  coord(value: [number, number]): [number, number]
  size(value: [number, number]): [number, number]
}

/** How much of the accent a cell of 1 has: its text can be read on it in every theme. */
const DARKEST = 0.55
/** Pixels for each letter of a name, about. */
const LETTER = 6.5
/** More names than these stand upright, or they would lie over each other. */
const MOST_ACROSS = 10

/** How much of the accent lies under an index: none where two are no more alike than by chance. */
export const tintOf = (index: number): number => DARKEST * Math.max(0, index || 0)

/** The index of a cell as it is written. */
export const indexText = (index: number): string => (Number.isNaN(index) ? '–' : formatFixed(index, 2))

/** Solutions against solutions, by name; `index` [names × names] row by row, NaN where it is not defined. */
export function planSimilarity(
  names: readonly string[],
  index: Float64Array,
  theme: ChartTheme,
): EChartsCoreOption {
  const room = Math.max(...names.map((name) => name.length)) * LETTER + 12
  const upright = names.length > MOST_ACROSS
  const axis = (side: 'x' | 'y') => {
    const look = axisLook(side, side === 'x' ? say('Adjusted Rand index between solutions') : '', theme)
    return {
      ...look,
      type: 'category',
      data: [...names],
      inverse: side === 'y',
      splitLine: { show: false },
      nameGap: side === 'x' && upright ? room + 8 : look.nameGap,
      axisLabel: {
        ...look.axisLabel,
        interval: 0,
        hideOverlap: false,
        rotate: side === 'x' && upright ? 90 : 0,
      },
    }
  }

  function renderItem({ dataIndex: at }: { dataIndex: number }, api: Api) {
    const [x, y] = api.coord([at % names.length, Math.floor(at / names.length)])
    const [width, height] = api.size([1, 1])
    const value = index[at] ?? NaN
    return {
      type: 'rect',
      shape: { x: x - width / 2 + 1, y: y - height / 2 + 1, width: width - 2, height: height - 2 },
      style: { fill: mix(theme.background, theme.accent, tintOf(value)) },
      textContent: {
        style: {
          text: indexText(value),
          fill: theme.text,
          fontSize: Math.min(12, width / 3),
          fontFamily: FONT,
        },
      },
      textConfig: { position: 'inside' },
    }
  }

  return {
    animation: false,
    textStyle: { fontFamily: FONT, color: theme.text },
    grid: { left: room + 12, right: 16, top: 12, bottom: upright ? room + 32 : 44, outerBoundsMode: 'none' },
    tooltip: { show: false },
    xAxis: axis('x'),
    yAxis: axis('y'),
    series: [
      {
        id: 'similarity',
        type: 'custom',
        silent: true,
        data: Array.from(index, (_, at) => [at % names.length, Math.floor(at / names.length)]),
        renderItem,
      },
    ],
  }
}
