/** Why a restart cannot go on from an M-step. `component` is 0-based in the order of the start. */
export interface Collapse {
  kind: 'collapse'
  component: number
  cause: 'empty' | 'singular' | 'flat'
}

/** Somebody asked for the restart to stop. */
export interface Stopped {
  kind: 'stopped'
}

export type Failure = Collapse | Stopped

export const STOPPED: Stopped = { kind: 'stopped' }

/** The collapse in words. `component` and `iteration` are 1-based. */
export function collapseReason(cause: Collapse['cause'], component: number, iteration: number): string {
  const where = iteration === 0 ? 'in the start' : `at iteration ${iteration}`
  switch (cause) {
    case 'empty':
      return `Component ${component} was left without rows ${where}.`
    case 'singular':
      return `The covariance of component ${component} became singular ${where}: its rows lie on one point, line or plane.`
    case 'flat':
      return `Component ${component} shrank onto a few almost equal rows ${where}: in its narrowest direction it is less than 1/10,000 as wide as the data.`
  }
}
