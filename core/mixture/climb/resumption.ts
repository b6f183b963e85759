import type { Em } from '../em.ts'
import { factorise } from '../factorise.ts'
import type { Parameters } from '../parameters.ts'
import type { Resumption } from '../types.ts'
import type { Ascent, Footing } from './ascent.ts'

const FOOTINGS: Footing[] = ['settled', 'leapt', 'refused']
const HEAD = 4

/**
 * A climb between two iterations. Its memory: footing, energy, log-likelihood, entropy, then what convergence and outlook know, and
 * of an accelerated climb what SQUAREM knows, the EM step and the extrapolated point.
 */
export function pause(ascent: Ascent): Resumption {
  const { reached, footing, energy } = ascent
  const { weights, means, covariances } = reached.parameters
  const parts = memoryParts(ascent)
  const memory = new Float64Array(HEAD + parts.reduce((length, part) => length + part.length, 0))
  memory[0] = FOOTINGS.indexOf(footing)
  memory[1] = energy ?? NaN
  memory[2] = reached.logLikelihood
  memory[3] = reached.entropy
  let at = HEAD
  for (const part of parts) {
    memory.set(part, at)
    at += part.length
  }
  return {
    iterations: reached.iterations,
    weights: weights.slice(),
    means: means.slice(),
    covariances: covariances.slice(),
    memory,
  }
}

/**
 * Brings a new climb to where another paused. The E-step at `ahead`, where there was one, is to be made again. False if it was
 * stopped.
 */
export function resume(em: Em, ascent: Ascent, { memory, ...paused }: Resumption): boolean {
  const { reached } = ascent
  reached.parameters.weights.set(paused.weights)
  reached.parameters.means.set(paused.means)
  reached.parameters.covariances.set(paused.covariances)
  reached.iterations = paused.iterations
  reached.logLikelihood = memory[2]
  reached.entropy = memory[3]
  ascent.footing = FOOTINGS[memory[0]]
  ascent.energy = Number.isNaN(memory[1]) ? null : memory[1]
  let at = HEAD
  for (const part of memoryParts(ascent)) {
    part.set(memory.subarray(at, at + part.length))
    at += part.length
  }
  factorise(em.setting, reached.parameters)
  if (ascent.footing !== 'settled') {
    factorise(em.setting, ascent.next)
    factorise(em.setting, ascent.leap)
  }
  ascent.ahead = ascent.footing === 'leapt' ? ascent.leap : reached.parameters
  return !em.setting.work.brake.pulled
}

function memoryParts({ convergence, outlook, squarem, next, leap }: Ascent): Float64Array[] {
  const always = [convergence.memory, outlook.memory]
  return squarem === null ? always : [...always, squarem.memory, ...numbers(next), ...numbers(leap)]
}

const numbers = ({ weights, means, covariances }: Parameters) => [weights, means, covariances]
