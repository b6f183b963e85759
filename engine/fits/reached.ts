import type { Fit, Reached } from './run.ts'

/** What a fit that has ended came to. */
export function reachedBy({ plan, outcomes, traces, refinements, iterations, summary }: Fit): Reached {
  const { settings, stopped, interrupted, extensions, seconds, threads } = summary
  return {
    plan,
    outcomes,
    traces,
    refinements,
    iterations,
    settings,
    stopped,
    ...(interrupted === true && { interrupted }),
    extensions,
    seconds,
    threads,
  }
}
