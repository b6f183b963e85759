import { solutionLook, type SolutionLook } from './solution-look.ts'
import type { Plateau, Terrain } from './terrain.ts'
import type { ChartTheme } from './theme.ts'

/** The part of ECharts' custom series that is used here. */
interface Api {
  value(dimension: number): number
  coord(value: [number, number]): [number, number]
}
interface Params {
  coordSys: { x: number; y: number; width: number; height: number }
}

export interface SkylinePlan {
  terrain: Terrain
  looks: ReadonlyMap<string, SolutionLook>
  /** The letter of a solution. */
  letterOf: (solution: string) => string
  /** The height at which a log-likelihood is drawn, in the units of the axis. */
  heightOf: (value: number) => number
  theme: ChartTheme
}

/** Width in pixels from which a plateau bears its letter, and the height of a line of letters in the margin. */
const LETTER = 11
const LINE = 12

/**
 * Every restart a column, every solution a block of its colour: as high as its log-likelihood, as wide as it was hit. What is not
 * on a solution has an outline alone; collapsed restarts, which have no height, are a row of crosses at the foot.
 */
export function skylineSeries({ terrain, looks, letterOf, heightOf, theme }: SkylinePlan) {
  const drawn = terrain.plateaus.filter((plateau) => plateau.standing !== 'waiting')

  function renderItem({ coordSys }: Params, api: Api) {
    const plateau = drawn[api.value(0)]
    if (plateau === undefined) return null
    const foot = coordSys.y + coordSys.height
    if (plateau.standing === 'collapsed') return crosses(plateau, api, foot, theme)
    const top = outline(plateau, api, heightOf)
    const [left, right] = [top[0]?.[0] ?? 0, top.at(-1)?.[0] ?? 0]
    if (plateau.solution === null) return line(top, theme.muted, [], 1)
    const look = looks.get(plateau.solution) ?? solutionLook(null)
    const color = look[theme.name]
    const middle = Math.min(Math.max((left + right) / 2, coordSys.x), coordSys.x + coordSys.width)
    return {
      type: 'group',
      children: [
        {
          type: 'polygon',
          shape: { points: [[left, foot], ...top, [right, foot]] },
          style: { fill: color, opacity: look.dash.length > 0 ? 0.16 : 0.28 },
        },
        line(top, color, look.dash, 2.5 * theme.thickness),
        ...(right - left < LETTER
          ? []
          : [
              letter(
                letterOf(plateau.solution),
                middle,
                letterFoot(top[0]?.[1] ?? 0, coordSys.y),
                color,
                'center',
              ),
            ]),
      ],
    }
  }

  return {
    id: 'skyline',
    type: 'custom',
    xAxisIndex: 1,
    yAxisIndex: 1,
    data: drawn.map((_, at) => [at, 0]),
    dimensions: ['plateau', 'y'],
    renderItem,
    clip: true,
    silent: true,
    z: 2,
  }
}

/** Above the plateau, or within the block where the plot has no room above. */
function letterFoot(top: number, ceiling: number): number {
  return top - 4 - LINE < ceiling ? top + LINE + 6 : top - 4
}

/** Letters of the solutions too narrow to bear one, in the margin at their heights, as many as have room, from the top. */
export function letterSeries({ terrain, looks, letterOf, heightOf, theme }: SkylinePlan) {
  const columns = terrain.order.length

  function renderItem({ coordSys }: Params, api: Api) {
    const { x, y, width, height } = coordSys
    const children: object[] = []
    let last = y - LINE
    for (const { solution, from, values } of terrain.plateaus) {
      const [left, top] = api.coord([from, heightOf(values[0] ?? NaN)])
      const [right] = api.coord([from + values.length, 0])
      if (solution === null || right - left >= LETTER || top < last + LINE || top > y + height) continue
      last = top
      const look = looks.get(solution) ?? solutionLook(null)
      children.push(letter(letterOf(solution), x + width + 4, top + LINE / 2, look[theme.name]))
    }
    return { type: 'group', children }
  }

  return {
    id: 'letters',
    type: 'custom',
    xAxisIndex: 1,
    yAxisIndex: 1,
    data: columns === 0 ? [] : [[0, 0]],
    dimensions: ['letters', 'y'],
    renderItem,
    silent: true,
    z: 3,
  }
}

/** The top of a plateau from left to right, in steps of a pixel or more. */
function outline({ from, values }: Plateau, api: Api, heightOf: (value: number) => number): number[][] {
  const at = (column: number, value: number) => api.coord([column, heightOf(value)])
  const [left] = at(from, values[0] ?? NaN)
  const [right] = at(from + values.length, values[0] ?? NaN)
  const stride = Math.max(1, Math.floor(values.length / Math.max(1, right - left)))
  const points: number[][] = []
  for (let i = 0; i < values.length; i += stride) {
    const value = values[i] ?? NaN
    points.push(at(from + i, value), at(Math.min(from + i + stride, from + values.length), value))
  }
  return points
}

function crosses({ from, values }: Plateau, api: Api, foot: number, theme: ChartTheme) {
  const [left] = api.coord([from, 0])
  const [right] = api.coord([from + values.length, 0])
  const count = Math.min(values.length, Math.max(1, Math.floor((right - left) / 8)))
  const arms = Array.from({ length: count }, (_, at) => left + ((at + 0.5) * (right - left)) / count)
  return {
    type: 'group',
    children: arms.flatMap((x) =>
      [-1, 1].map((lean) => ({
        type: 'line',
        shape: { x1: x - 3, y1: foot - 8 - 3 * lean, x2: x + 3, y2: foot - 8 + 3 * lean },
        style: { stroke: theme.danger, lineWidth: 1.5 * theme.thickness },
      })),
    ),
  }
}

const line = (points: number[][], stroke: string, dash: readonly number[], lineWidth: number) => ({
  type: 'polyline',
  shape: { points },
  style: { stroke, lineWidth, lineDash: dash.length === 0 ? null : [...dash], fill: 'none' },
})

const letter = (text: string, x: number, y: number, fill: string, align = 'left') => ({
  type: 'text',
  style: { text, x, y, fill, align, verticalAlign: 'bottom', fontSize: 12, fontWeight: 700 },
})
