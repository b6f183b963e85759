import type { EChartsCoreOption } from './echarts.ts'
import { withMarginals } from './marginals.ts'
import { planScatter, type ScatterPlan } from './scatter.ts'
import { planStrip } from './strip.ts'

/** The plot of a clustering: a scatter of two axes, or densities where there is only one column. */
export function planClusters(plan: ScatterPlan): EChartsCoreOption {
  if (plan.points.projection.origin.length === 1) return planStrip(plan)
  const option = planScatter(plan)
  return plan.show?.marginals === true ? withMarginals(option, plan) : option
}
