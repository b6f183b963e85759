import type { RestartView } from '../../../contract/views.ts'
import type { RankedRestart } from '../../stores/ranking.ts'
import type { Height, Standing } from '../../charts/terrain.ts'

const STANDINGS: Record<RestartView['state'], Standing> = {
  waiting: 'waiting',
  running: 'running',
  converged: 'ended',
  'iteration-limit': 'ended',
  stopped: 'ended',
  collapsed: 'collapsed',
  dropped: 'dropped',
}

/** Where each restart stands in the landscape, in the order they are ranked. */
export function heightsOf(ranked: readonly RankedRestart[]): Height[] {
  return ranked.map(({ restart: { id, state, solution, logLikelihood } }) => ({
    id,
    standing: logLikelihood === null && state === 'stopped' ? 'waiting' : STANDINGS[state],
    solution,
    value: state === 'collapsed' ? null : logLikelihood,
  }))
}
