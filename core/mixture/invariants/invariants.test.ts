import { describe, expect, it } from 'vitest'
import { drawCase, run } from './case.ts'
import { climbing, nameless, settled, symmetric } from './climb-invariants.ts'
import { aboveTruth, agreeing, closedForm, nested, normalised } from './family-invariants.ts'
import { balanced, posterior, proper, structured } from './model-invariants.ts'

const CASES = 10_000
const SHARDS = 10
const CHECKS = [
  climbing,
  proper,
  balanced,
  structured,
  posterior,
  symmetric,
  nameless,
  settled,
  closedForm,
  nested,
  aboveTruth,
  normalised,
  agreeing,
]

/** Collects what does not hold in the cases with these seeds. */
function violations(from: number, to: number): string[] {
  const found: string[] = []
  for (let seed = from; seed < to; seed++) {
    const drawn = drawCase(seed)
    const ran = run(drawn.prepared, drawn.request)
    for (const check of CHECKS)
      for (const words of check(drawn, ran))
        found.push(
          `${words} (case ${seed}, ${drawn.request.covariance}, ${drawn.request.components} components)`,
        )
  }
  return found
}

describe('the invariants I1 to I20 of docs/numerics.md', () => {
  it.each(Array.from({ length: SHARDS }, (_, shard) => shard))(
    'hold in the random cases of shard %i',
    (shard) => {
      const size = CASES / SHARDS
      expect(violations(1 + shard * size, 1 + (shard + 1) * size)).toEqual([])
    },
  )
})
