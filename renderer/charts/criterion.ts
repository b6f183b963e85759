import { say } from '../../contract/words/say.ts'
import { COVARIANCE_MODELS } from '../../contract/schemas.ts'
import type { CovarianceModel } from '../../core/mixture/types.ts'
import { chooses, type DisplayCriterion } from '../../contract/display-criteria.ts'
import { isValued, rankCells, type GridCell, type ValuedCell } from '../../contract/model-grid.ts'
import { COVARIANCE_NAMES } from '../format/covariance.ts'
import { axisName, CRITERION_NAMES, hasSign } from '../format/criteria.ts'
import { formatFixed } from '../format/number.ts'
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

/** How a criterion is shown: as it is, or with the sign that mclust prints. */
export interface Shown {
  criterion: DisplayCriterion
  mclust: boolean
}

/** A value as it is drawn and written. */
export function shownValue(value: number, { criterion, mclust }: Shown): number {
  return mclust && hasSign(criterion) ? -value : value
}

/** The criterion against the number of components, one line per covariance model, the best and the chosen cell marked. */
export function planCriterion(
  all: readonly GridCell[],
  shown: Shown,
  chosen: string | null,
  theme: ChartTheme,
): EChartsCoreOption {
  const cells = all.filter(isValued)
  const components = [...new Set(cells.map((cell) => cell.components))].sort((a, b) => a - b)
  const values = cells.map((cell) => shownValue(cell.value, shown))
  const best = lowestCell(cells, shown.criterion)
  const models = COVARIANCE_ORDER.filter((model) => cells.some((cell) => cell.covariance === model))
  const y = criterionBounds(values)
  const head = valueAxis('y', axisName(shown), y, theme)
  return {
    animation: false,
    textStyle: { fontFamily: FONT },
    grid: { ...GRID, left: 96, right: 48 },
    tooltip: { show: false },
    xAxis: { ...axisLook('x', say('components'), theme), type: 'category', data: components.map(String) },
    yAxis: {
      ...head,
      nameGap: 60,
      nameTextStyle: { ...head.nameTextStyle, lineHeight: 15 },
      nameTruncate: { maxWidth: 240 },
    },
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
            return { value: shownValue(cell.value, shown), ...markOf(cell, best, chosen, shown, theme) }
          }),
          symbol: style.symbol,
          symbolSize: 8,
          silent: true,
          lineStyle: {
            color: style[theme.name],
            width: 1.5 * theme.thickness,
            type: lookOf(model) < 8 ? 'solid' : 'dashed',
          },
          itemStyle: { color: style[theme.name] },
        }
      }),
      nameSeries(
        models.flatMap((model) => cells.findLast((cell) => cell.covariance === model) ?? []),
        (cell) => [components.indexOf(cell.components), shownValue(cell.value, shown)],
        y,
        theme,
      ),
    ],
  }
}

/** The name of each line's model at its end, so that colours need not be told apart. */
function nameSeries(
  ends: readonly ValuedCell[],
  at: (cell: ValuedCell) => [number, number],
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

/** With room beneath and above for the label of the best. */
function criterionBounds(values: readonly number[]): Bounds {
  if (values.length === 0) return roundBounds(0, 1)
  const low = Math.min(...values)
  const high = Math.max(...values)
  const room = (high - low) * 0.08
  return roundBounds(low - room, high + room)
}

function markOf(
  cell: ValuedCell,
  best: ValuedCell | null,
  chosen: string | null,
  shown: Shown,
  theme: ChartTheme,
) {
  const upwards = shownValue(1, shown) < 0
  const isChosen = `${cell.covariance}-${cell.components}` === chosen
  return {
    symbolSize: isChosen || cell === best ? 13 : 8,
    itemStyle: isChosen ? { borderColor: theme.text, borderWidth: 2 } : {},
    label: {
      show: cell === best,
      position: upwards ? 'top' : 'bottom',
      align: 'right',
      formatter: upwards ? say('highest') : say('lowest'),
      color: theme.text,
      fontSize: 11,
    },
  }
}

/** The cell under a click; null where none is near. */
export function pickCell(all: readonly GridCell[], shown: Shown, at: Picked): ValuedCell | null {
  const cells = all.filter(isValued)
  const components = [...new Set(cells.map((cell) => cell.components))].sort((a, b) => a - b)
  const column = cells.filter((cell) => cell.components === components[Math.round(at.x)])
  const distance = (cell: ValuedCell) => Math.abs(shownValue(cell.value, shown) - at.y) / at.yPerPixel
  const near = column.filter((cell) => distance(cell) < 24).sort((a, b) => distance(a) - distance(b))
  return near[0] ?? null
}

/** The cell to take by a criterion; null where there is none, or it chooses none. */
export function lowestCell(cells: readonly GridCell[], criterion: DisplayCriterion): ValuedCell | null {
  return chooses(criterion) ? (rankCells(cells)[0] ?? null) : null
}

/** What the chart shows, for those who cannot see it. */
export function describeCriterion(cells: readonly GridCell[], shown: Shown): string {
  const { criterion } = shown
  const what = say('{criterion} by number of components, one line per covariance model.', {
    criterion: CRITERION_NAMES[criterion],
  })
  const best = lowestCell(cells, criterion)
  if (best === null) return cells.some(isValued) ? what : say('No model has been fitted.')
  const end = {
    value: formatFixed(shownValue(best.value, shown), 2),
    model: COVARIANCE_NAMES[best.covariance],
    components: best.components,
  }
  const told =
    shownValue(1, shown) < 0
      ? say(
          'Highest: {value}, {model} with {components, plural, one {# component} other {# components}}.',
          end,
        )
      : say(
          'Lowest: {value}, {model} with {components, plural, one {# component} other {# components}}.',
          end,
        )
  return `${what} ${told}`
}
