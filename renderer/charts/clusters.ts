import type { EChartsCoreOption } from './echarts.ts'
import { planScatter, type ScatterPlan } from './scatter.ts'
import { planStrip } from './strip.ts'

/** The plot of a clustering: a scatter of two axes, or densities where there is only one column. */
export function planClusters(plan: ScatterPlan): EChartsCoreOption {
  return plan.points.projection.origin.length === 1 ? planStrip(plan) : planScatter(plan)
}
