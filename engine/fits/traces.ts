import type { Fit } from './run.ts'

/** The traces of a fit by the ids of its restarts. */
export const tracesOf = ({ plan, traces }: Pick<Fit, 'plan' | 'traces'>): Map<string, Float64Array> =>
  new Map(plan.map(({ id }, at) => [id, traces[at]]))
