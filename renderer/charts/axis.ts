import { formatFixed, formatNumber } from '../format/number.ts'
import { decimalsOf, type Bounds } from './bounds.ts'
import type { ChartTheme } from './theme.ts'

export const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, sans-serif'

/** A value axis with round ends, hairline grid and its name. */
export function valueAxis(side: 'x' | 'y', name: string, bounds: Bounds, theme: ChartTheme) {
  return {
    ...axisLook(side, name, theme),
    type: 'value',
    ...bounds,
    axisLabel: { ...labelLook(theme), formatter: tickFormatter(bounds) },
  }
}

/** The parts of an axis that do not depend on its type. */
export function axisLook(side: 'x' | 'y', name: string, theme: ChartTheme) {
  return {
    name,
    nameLocation: 'middle',
    nameGap: side === 'x' ? 26 : 58,
    nameTextStyle: { color: theme.muted, fontSize: 12, fontFamily: FONT },
    nameTruncate: { maxWidth: side === 'x' ? 180 : 130, ellipsis: '…' },
    axisLabel: labelLook(theme),
    axisLine: { show: true, onZero: false, lineStyle: { color: theme.hairline } },
    axisTick: { show: false },
    splitLine: { show: true, lineStyle: { color: theme.hairline, width: 1 } },
  }
}

/** Room for the labels and names of the axes; a long name is cut, and takes nothing from the plot. */
export const GRID = { left: 76, right: 16, top: 12, bottom: 44, outerBoundsMode: 'none' } as const

function labelLook(theme: ChartTheme) {
  return { color: theme.muted, fontSize: 11, fontFamily: FONT, hideOverlap: true }
}

/* Zoomed in, ECharts puts ticks where the view begins: off the round steps, where fewer decimals would tell a lie. */
function tickFormatter({ min, max, interval }: Bounds): (value: number) => string {
  const largest = Math.max(Math.abs(min), Math.abs(max))
  if (largest >= 1e9 || interval < 1e-6) return (value) => formatNumber(value, 6)
  const decimals = decimalsOf(interval)
  const onGrid = (value: number) => Math.abs(value / interval - Math.round(value / interval)) < 1e-6
  return (value) => (onGrid(value) ? formatFixed(value, decimals) : formatNumber(value, 4))
}
