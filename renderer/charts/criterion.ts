import { COVARIANCE_MODELS } from '../../contract/schemas.ts'
import type { CovarianceModel, Criterion } from '../../core/mixture/types.ts'
import type { SolutionView } from '../../contract/views.ts'
import { COVARIANCE_NAMES } from '../format/covariance.ts'
import { CRITERION_NAMES } from '../format/words.ts'
import { formatFixed } from '../format/number.ts'
import { plural } from '../format/plural.ts'
import { axisLook, FONT, GRID, valueAxis } from './axis.ts'
import { roundBounds, type Bounds } from './bounds.ts'
import type { EChartsCoreOption } from './echarts.ts'
import { clusterStyle } from './palette.ts'
import type { Picked } from './pick.ts'
import { spread } from './spread.ts'
import type { ChartTheme } from './theme.ts'

/* Pixels: a plot's usual height, and what a line of small text takes. Names drawn close stay apart at any height. */
const HEIGHT = 240
const LINE = 11

/** The best solution of one covariance model with one number of components. */
export interface Cell {
  covariance: CovarianceModel
  components: number
  solution: SolutionView
  /** Whether it may not be taken as best: then all of the cell may not. */
  aside: boolean
  /** Solutions found in this cell. */
  solutions: number
}

/** The order of the covariance models, from the simplest. */
export const COVARIANCE_ORDER: readonly CovarianceModel[] = COVARIANCE_MODELS

/* The four that people know keep the colours and shapes that differ most. */
const LOOKS: readonly CovarianceModel[] = [
  ...(['VII', 'VVI', 'EEE', 'VVV'] as const),
  ...(['EII', 'EEI', 'VEI', 'EVI', 'VEE', 'EVE', 'VVE', 'EEV', 'VEV', 'EVV'] as const),
]

/** Which of the clusters' colours and shapes a covariance model has in the chart and its key. */
export function lookOf(model: CovarianceModel): number {
  return LOOKS.indexOf(model)
}

/** One cell per covariance model and number of components; solutions set aside stand back where there are others. */
export function cellsOf(
  solutions: readonly SolutionView[],
  criterion: Criterion,
  isAside: (warnings: SolutionView['warnings']) => boolean,
): Cell[] {
  const cells = new Map<string, Cell>()
  for (const solution of solutions) {
    const { covariance, components } = solution
    const key = `${covariance}-${components}`
    const held = cells.get(key)
    const cell = { covariance, components, solution, aside: isAside(solution.warnings) }
    const better = held === undefined || order(cell, held, criterion) < 0
    cells.set(key, { ...(better ? cell : held), solutions: (held?.solutions ?? 0) + 1 })
  }
  return [...cells.values()].sort(
    (a, b) =>
      COVARIANCE_ORDER.indexOf(a.covariance) - COVARIANCE_ORDER.indexOf(b.covariance) ||
      a.components - b.components,
  )
}

/** Cells by the criterion, lowest first; spurious ones last. */
export function sortCells(cells: readonly Cell[], criterion: Criterion): Cell[] {
  return [...cells].sort((a, b) => order(a, b, criterion))
}

/** The cell with the lowest criterion. */
export function bestCell(cells: readonly Cell[], criterion: Criterion): Cell | null {
  return sortCells(cells, criterion)[0] ?? null
}

/** Below zero where the first comes before the second: sound before set aside, then the lower criterion. */
function order(a: Judged, b: Judged, criterion: Criterion): number {
  return Number(a.aside) - Number(b.aside) || a.solution[criterion] - b.solution[criterion]
}

type Judged = Pick<Cell, 'solution' | 'aside'>

/** The criterion against the number of components, one line per covariance model, the best and the chosen cell marked. */
export function planCriterion(
  cells: readonly Cell[],
  criterion: Criterion,
  chosen: string | null,
  theme: ChartTheme,
): EChartsCoreOption {
  const components = [...new Set(cells.map((cell) => cell.components))].sort((a, b) => a - b)
  const values = cells.map((cell) => cell.solution[criterion])
  const best = bestCell(cells, criterion)
  const models = COVARIANCE_ORDER.filter((model) => cells.some((cell) => cell.covariance === model))
  const y = criterionBounds(values)
  return {
    animation: false,
    textStyle: { fontFamily: FONT },
    grid: { ...GRID, right: 48 },
    tooltip: { show: false },
    xAxis: { ...axisLook('x', 'components', theme), type: 'category', data: components.map(String) },
    yAxis: valueAxis('y', CRITERION_NAMES[criterion], y, theme),
    series: [
      ...models.map((model) => {
        const style = clusterStyle(lookOf(model))
        return {
          id: model,
          name: COVARIANCE_NAMES[model],
          type: 'line',
          data: components.map((count) => {
            const cell = cells.find((each) => each.covariance === model && each.components === count)
            if (cell === undefined) return '-'
            return { value: cell.solution[criterion], ...markOf(cell, best, chosen, theme) }
          }),
          symbol: style.symbol,
          symbolSize: 8,
          silent: true,
          lineStyle: { color: style[theme.name], width: 1.5, type: lookOf(model) < 8 ? 'solid' : 'dashed' },
          itemStyle: { color: style[theme.name] },
        }
      }),
      nameSeries(
        models.flatMap((model) => cells.findLast((cell) => cell.covariance === model) ?? []),
        (cell) => [components.indexOf(cell.components), cell.solution[criterion]],
        y,
        theme,
      ),
    ],
  }
}

/** The name of each line's model at its end, so that colours need not be told apart. */
function nameSeries(
  ends: readonly Cell[],
  at: (cell: Cell) => [number, number],
  { min, max }: Bounds,
  theme: ChartTheme,
) {
  const moves = spread(
    ends.map((cell) => ((max - at(cell)[1]) / (max - min)) * HEIGHT),
    LINE,
  )
  return {
    id: 'names',
    type: 'scatter',
    silent: true,
    symbolSize: 8,
    itemStyle: { color: 'transparent', opacity: 1 },
    data: ends.map((cell, k) => ({
      value: at(cell),
      label: {
        show: true,
        position: 'right',
        offset: [4, moves[k] ?? 0],
        formatter: cell.covariance,
        color: clusterStyle(lookOf(cell.covariance))[theme.name],
        fontSize: 11,
      },
    })),
  }
}

/** With room beneath the lowest value for its label. */
function criterionBounds(values: readonly number[]): Bounds {
  const low = Math.min(...values)
  const high = Math.max(...values)
  return roundBounds(low - (high - low) * 0.08, high)
}

function markOf(cell: Cell, best: Cell | null, chosen: string | null, theme: ChartTheme) {
  const isChosen = `${cell.covariance}-${cell.components}` === chosen
  return {
    symbolSize: isChosen || cell === best ? 13 : 8,
    itemStyle: isChosen ? { borderColor: theme.text, borderWidth: 2 } : {},
    label: {
      show: cell === best,
      position: 'bottom',
      align: 'right',
      formatter: 'lowest',
      color: theme.text,
      fontSize: 11,
    },
  }
}

/** The cell under a click; null where none is near. */
export function pickCell(cells: readonly Cell[], criterion: Criterion, at: Picked): Cell | null {
  const components = [...new Set(cells.map((cell) => cell.components))].sort((a, b) => a - b)
  const column = cells.filter((cell) => cell.components === components[Math.round(at.x)])
  const distance = (cell: Cell) => Math.abs(cell.solution[criterion] - at.y) / at.yPerPixel
  const near = column.filter((cell) => distance(cell) < 24).sort((a, b) => distance(a) - distance(b))
  return near[0] ?? null
}

/** What the chart shows, for those who cannot see it. */
export function describeCriterion(cells: readonly Cell[], criterion: Criterion): string {
  const best = bestCell(cells, criterion)
  if (best === null) return 'No model has been fitted.'
  const value = formatFixed(best.solution[criterion], 2)
  const what = `${COVARIANCE_NAMES[best.covariance]} with ${plural(best.components, 'component')}`
  return `${CRITERION_NAMES[criterion]} by number of components, one line per covariance model. Lowest: ${value}, ${what}.`
}
