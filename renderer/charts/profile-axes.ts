import { formatNumber } from '../format/number.ts'
import { FONT } from './axis.ts'
import { roundBounds } from './bounds.ts'
import { spread } from './spread.ts'
import type { ChartTheme } from './theme.ts'

interface Api {
  coord(value: [number, number]): [number, number]
  getWidth(): number
}

/** A column with what its axis is measured in: its mean and standard deviation in the file, or of the rows used by their weights. */
export interface ProfileColumn {
  name: string
  /** Place among the columns of the fit. */
  at: number
  mean: number
  deviation: number
}

/** Columns up to which there is room for numbers on every axis. */
const NUMBERED = 12
/** Pixels between two axes below which fewer numbers are written. */
const NARROW = 60
/** Columns up to which there is room for names that lie level. */
const LEVEL = 8
/** Pixels that slanted names need from one to the next. */
const APART = 15

export const isSlanted = (columns: number) => columns > LEVEL

/** Names beneath the axes and, where there is room, round numbers of the column on them. */
export function axisTexts(columns: readonly ProfileColumn[], reach: number, theme: ChartTheme) {
  const slanted = isSlanted(columns.length)
  const numbered = columns.length <= NUMBERED
  return {
    id: 'axis-texts',
    type: 'custom',
    data: columns.map((_, at) => [at, 0]),
    silent: true,
    z: 5,
    renderItem: ({ dataIndex }: { dataIndex: number }, api: Api) => {
      const { name = '', mean = 0, deviation = 0 } = columns[dataIndex] ?? {}
      const [x, foot] = api.coord([dataIndex, -reach])
      const room = columns.length > 1 ? api.coord([dataIndex + 1, 0])[0] - x : 200
      const font = (weight: number, size: number) => `${weight} ${size}px ${FONT}`
      const label = {
        type: 'text',
        x,
        y: foot + 8,
        rotation: slanted ? Math.PI / 4 : 0,
        style: {
          text: dataIndex % (slanted ? Math.ceil(APART / room) : 1) === 0 ? name : '',
          align: slanted ? 'right' : 'center',
          width: slanted ? 76 : Math.min(room - 8, 2 * x - 4, 2 * (api.getWidth() - x) - 4),
          overflow: 'truncate',
          font: font(600, 11),
          fill: theme.text,
        },
      }
      const numbers = numbered && deviation > 0 ? ticks(mean, deviation, reach, room < NARROW ? 3 : 5) : []
      return {
        type: 'group',
        silent: true,
        children: [
          label,
          ...numbers.map((value) => ({
            type: 'text',
            x: x + 4,
            y: api.coord([dataIndex, (value - mean) / deviation])[1],
            style: {
              text: formatNumber(value),
              verticalAlign: 'middle',
              font: font(400, 10),
              fill: theme.muted,
              stroke: theme.background,
              lineWidth: 3,
            },
          })),
        ],
      }
    },
  }
}

/** What stands at the right end of the profiles, moved apart where they would lie on each other. */
export function endNumbers(
  ends: readonly { text: string; score: number }[],
  last: number,
  theme: ChartTheme,
) {
  return {
    id: 'end-numbers',
    type: 'custom',
    data: [[last, 0]],
    silent: true,
    z: 6,
    renderItem: (_: unknown, api: Api) => {
      const places = ends.map(({ score }) => api.coord([last, score]))
      const moves = spread(
        places.map(([, y]) => y),
        13,
      )
      return {
        type: 'group',
        silent: true,
        children: ends.map(({ text }, at) => ({
          type: 'text',
          x: (places[at]?.[0] ?? 0) + 34,
          y: (places[at]?.[1] ?? 0) + (moves[at] ?? 0),
          style: { text, verticalAlign: 'middle', font: `600 11px ${FONT}`, fill: theme.text },
        })),
      }
    },
  }
}

function ticks(mean: number, deviation: number, reach: number, count: number): number[] {
  const [low, high] = [mean - reach * deviation, mean + reach * deviation]
  const { min, interval } = roundBounds(low, high, count)
  const first = Math.round(min / interval)
  /* Multiplied, not added up: what adding leaves over is written as −3e−21 where 0 should be. */
  const steps = Array.from({ length: 12 }, (_, i) => Number(((first + i) * interval).toPrecision(12)))
  return steps.filter((value) => value > low && value < high)
}
