import { createRandom } from '../../random/random.ts'
import type { Failure } from '../collapse.ts'
import { createEm, type Em } from '../em.ts'
import type { Parameters } from '../parameters.ts'
import type { Initialisation, RestartRequest } from '../types.ts'
import type { StartMethod } from './context.ts'
import { givenStart } from './given.ts'
import { hierarchical } from './hierarchical.ts'
import { kmeansPlusPlus } from './kmeans-plus-plus.ts'
import { kmeans } from './kmeans.ts'
import { withNoise } from './noise.ts'
import { randomResponsibilities } from './random-responsibilities.ts'
import { randomRows } from './random-rows.ts'
import { startRows } from './sample.ts'
import { simpler } from './simpler.ts'
import { shortRuns } from './short-runs.ts'
import { split } from './split.ts'
import { splitMerge } from './split-merge.ts'
import { swap } from './swap.ts'

const METHODS: Record<Exclude<Initialisation, 'given'>, StartMethod> = {
  'kmeans++': kmeansPlusPlus,
  kmeans,
  'random-rows': randomRows,
  'random-responsibilities': randomResponsibilities,
  'short-runs': shortRuns,
  hierarchical,
  split,
  swap,
  'split-merge': splitMerge,
  simpler,
}

/** Writes the parameters that the request starts from into `to`; returns what kept it from doing so, or null. */
export function startRestart(
  em: Em,
  request: RestartRequest,
  to: Parameters,
  stopped: () => boolean,
): Failure | null {
  if (request.start !== undefined) return givenStart(em, request.start, to)
  if (request.initialisation === 'given') throw new RangeError('A given start must come with the request.')
  const random = createRandom(request.seed)
  const rows = startRows(em.rows, random)
  const own = rows === em.rows ? em : createEm(rows, em.setting, stopped)
  const failure = METHODS[request.initialisation]({ em: own, request, random, stopped }, to)
  return failure !== null || em.setting.noise === null || request.base !== undefined
    ? failure
    : withNoise(own, to)
}
