import { say } from '../../contract/words/say.ts'
import type { ModelView } from '../../contract/views.ts'
import { formatNumber } from '../format/number.ts'
import { FONT } from './axis.ts'
import type { Look, Worn } from './colouring.ts'
import type { EChartsCoreOption } from './echarts.ts'
import type { DrawnColumn } from './matrix-plan.ts'
import { clusterStyle } from './palette.ts'
import { polylineSeries, type Polyline } from './polylines.ts'
import { axisTexts, endNumbers, isSlanted, type ProfileColumn } from './profile-axes.ts'
import type { ChartTheme } from './theme.ts'

export interface ProfilesPlan {
  columns: readonly ProfileColumn[]
  model: ModelView | null
  styles?: readonly number[]
  /** Rows drawn behind, if any: a value of each per column. */
  rows: {
    columns: readonly Pick<DrawnColumn, 'values' | 'centre'>[]
    worn: Worn
    selected: Uint8Array | null
  } | null
  /** Whether means and standard deviations of the columns are by the weights of the rows. */
  weighted?: boolean
  theme: ChartTheme
}

/** Of each axis, in standard deviations from the mean, at the least. */
const REACH = 3
/** Components beyond which bands would only cover each other. */
const BANDS = 12

/**
 * Parallel coordinates: for each component the mean in every column and a band of one standard deviation about it, each axis
 * from the column's mean in its standard deviations, with the column's own units written on it.
 */
export function planProfiles(plan: ProfilesPlan): EChartsCoreOption {
  const { columns, theme } = plan
  const reach = reachOf(plan)
  return {
    animation: false,
    textStyle: { fontFamily: FONT },
    tooltip: { show: false },
    grid: { left: 44, right: 56, top: 16, bottom: isSlanted(columns.length) ? 84 : 40 },
    xAxis: {
      type: 'value',
      min: -0.15,
      max: columns.length - 0.85,
      interval: 1,
      axisLine: { show: false },
      axisTick: { show: false },
      splitLine: { show: false },
      axisLabel: { show: false },
    },
    yAxis: {
      type: 'value',
      min: -reach,
      max: reach,
      interval: 1,
      name:
        plan.weighted === true
          ? say('standard deviations from the mean, by weight')
          : say('standard deviations from the mean'),
      nameLocation: 'middle',
      nameGap: 26,
      nameTextStyle: { color: theme.muted, fontSize: 12, fontFamily: FONT },
      axisLabel: {
        color: theme.muted,
        fontSize: 11,
        fontFamily: FONT,
        formatter: (value: number) => formatNumber(value),
      },
      axisLine: { show: false },
      splitLine: { lineStyle: { color: theme.hairline, width: 1 } },
    },
    series: [
      polylineSeries(rowLines(plan), { id: 'rows', z: 1 }),
      polylineSeries(plan.rows === null ? bands(plan) : [], { id: 'bands', z: 2 }),
      polylineSeries(
        columns.map((_, at): Polyline => ({
          xy: Float64Array.of(at, -reach, at, reach),
          color: theme.muted,
          width: 1,
          opacity: 0.7,
        })),
        { id: 'axes', z: 3 },
      ),
      axisTexts(columns, reach, theme),
      ...means(plan),
      endNumbers(
        components(plan).map((k) => ({
          text: String((plan.styles?.[k] ?? k) + 1),
          score: scores(plan, k, 0).at(-1) ?? 0,
        })),
        columns.length - 1,
        theme,
      ),
    ],
  }
}

/** Scores of a component along the columns, `by` standard deviations of its own away from its means. */
function scores({ columns, model }: ProfilesPlan, k: number, by: number): number[] {
  if (model === null) return []
  const d = model.columns.length
  return columns.map(({ at, mean, deviation }) => {
    const own = Math.sqrt(model.covariances[(k * d + at) * d + at] ?? 0)
    return deviation > 0 ? ((model.means[k * d + at] ?? NaN) + by * own - mean) / deviation : 0
  })
}

const components = ({ model }: ProfilesPlan) => Array.from(model?.weights ?? [], (_, k) => k)
const lookOf =
  ({ styles }: ProfilesPlan): Look =>
  (k) =>
    clusterStyle(styles?.[k] ?? k)
const along = (values: readonly number[]) => Float64Array.from(values.flatMap((value, at) => [at, value]))

function reachOf(plan: ProfilesPlan): number {
  const ends = components(plan).flatMap((k) => [...scores(plan, k, -1), ...scores(plan, k, 1)])
  return Math.ceil(ends.reduce((most, value) => Math.max(most, Math.abs(value)), REACH))
}

function bands(plan: ProfilesPlan): Polyline[] {
  const each = components(plan)
  if (each.length > BANDS) return []
  return each.map((k) => {
    const upper = scores(plan, k, 1).flatMap((value, at) => [at, value])
    const lower = scores(plan, k, -1)
      .map((value, at) => [at, value])
      .reverse()
      .flat()
    return {
      xy: Float64Array.from([...upper, ...lower]),
      fill: lookOf(plan)(k)[plan.theme.name],
      opacity: 0.14,
    }
  })
}

function means(plan: ProfilesPlan) {
  const { theme } = plan
  return components(plan).map((k) => {
    const { symbol, ...colours } = lookOf(plan)(k)
    return {
      id: `profile-${k}`,
      type: 'line',
      data: along(scores(plan, k, 0)),
      dimensions: ['x', 'y'],
      symbol,
      symbolSize: 8,
      showAllSymbol: true,
      silent: true,
      z: 4,
      color: colours[theme.name],
      lineStyle: { color: colours[theme.name], width: 2 * theme.thickness },
    }
  })
}

function rowLines({ rows, columns, theme }: ProfilesPlan): Polyline[] {
  if (rows === null) return []
  const { worn, selected } = rows
  const count = rows.columns[0]?.values.length ?? 0
  return Array.from({ length: count }, (_, i) => ({
    xy: along(
      columns.map(({ mean, deviation }, at) => {
        const { values, centre } = rows.columns[at] ?? { values: new Float32Array(), centre: 0 }
        return deviation > 0 ? (centre + (values[i] ?? NaN) - mean) / deviation : 0
      }),
    ),
    color: worn.looks[worn.of?.[i] ?? 0]?.color ?? theme.curve,
    width: 1,
    opacity: selected === null ? 0.22 : selected[i] === 1 ? 0.7 : 0.06,
  }))
}

/** What the profiles show, for those who cannot see them. */
export function describeProfiles(columns: readonly string[], clusters: number, subject: string): string {
  return say(
    'Profiles of {clusters, number} clusters of {subject} over {columns}: the mean of each in every column and a band of one standard deviation about it.',
    { clusters, subject, columns: columns.join(', ') },
  )
}
