import { describe, expect, it } from 'vitest'
import { createRandom } from '../../random/random.ts'
import { createParameters } from '../parameters.ts'
import { gatherFour, whitenFour } from './four.ts'
import { gatherFull, whitenFull } from './full.ts'
import { mixBlock } from './mix.ts'
import { gatherThree, whitenThree } from './three.ts'
import { gatherTwo, whitenTwo } from './two.ts'
import { createWorkspace } from './workspace.ts'

const UNROLLED = [
  { d: 2, whiten: whitenTwo, gather: gatherTwo },
  { d: 3, whiten: whitenThree, gather: gatherThree },
  { d: 4, whiten: whitenFour, gather: gatherFour },
]
const ROWS = 51

describe('loops of the kernel', () => {
  it.each(UNROLLED)('unrolled for $d columns do what the general ones do', ({ d, whiten, gather }) => {
    const random = createRandom(d)
    const parameters = createParameters('full', 2, d)
    for (const part of [parameters.means, parameters.whiteners])
      part.forEach((_, i) => (part[i] = random.normal()))
    const blocks = Float64Array.from({ length: 2 * 64 * d }, () => random.normal())
    const plain = createWorkspace(2, d, 64)
    const fast = createWorkspace(2, d, 64)
    const length = 1 + d + (d * (d + 1)) / 2
    const wanted = new Float64Array(2 * length)
    const got = new Float64Array(2 * length)
    for (let k = 0; k < 2; k++) {
      whitenFull(blocks, 64 * d, ROWS, parameters, k, plain)
      whiten(blocks, 64 * d, ROWS, parameters, k, fast)
      fast.responsibilities.forEach((value, i) => expect(value).toBeCloseTo(plain.responsibilities[i], 11))
      gatherFull(ROWS, k, plain, wanted, k * length)
      gather(ROWS, k, fast, got, k * length)
    }
    got.forEach((value, i) => expect(value / wanted[i]).toBeCloseTo(1, 10))
  })

  it('turn any distances into responsibilities that sum to one, even far beyond what exp can hold', () => {
    const space = createWorkspace(3, 1, 4)
    space.responsibilities.set([1, 1e6, 2e6, 0, 1, 1e6 + 2, 1e9, 0, 1, 3e6, 5e9, 0])
    mixBlock(Float64Array.of(-1, -1, -1), 4, space)
    const r = space.responsibilities
    for (let p = 0; p < 4; p++) expect(r[p] + r[4 + p] + r[8 + p]).toBeCloseTo(1, 14)
    expect(r[1] / r[5]).toBeCloseTo(Math.E, 8)
    const row = (terms: number[]) => terms.reduce((sum, z) => sum - (z > 0 ? z * Math.log(z) : 0), 0)
    const entropy = [0, 1, 2, 3].reduce((sum, p) => sum + row([r[p], r[4 + p], r[8 + p]]), 0)
    expect(space.entropy).toBeCloseTo(entropy, 10)
  })
})
