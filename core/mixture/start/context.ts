import type { Random } from '../../random/random.ts'
import type { Failure } from '../collapse.ts'
import type { Em } from '../em.ts'
import type { Parameters } from '../parameters.ts'
import type { RestartRequest } from '../types.ts'

/** What a start works with: EM over the rows it may read (all, or a sample of them), and its own random numbers. */
export interface StartContext {
  em: Em
  request: RestartRequest
  random: Random
  stopped(): boolean
}

/** Writes the parameters to start from into `to`; returns what kept it from doing so, or null. */
export type StartMethod = (context: StartContext, to: Parameters) => Failure | null
