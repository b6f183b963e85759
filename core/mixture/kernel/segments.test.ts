import { describe, expect, it } from 'vitest'
import { createRandom } from '../../random/random.ts'
import { createKernel } from '../kernel.ts'
import { createParameters, setIdentity } from '../parameters.ts'
import type { Crew } from './crew.ts'
import { segmentCount, segmentStart } from './segments.ts'

const never = () => false

function problem(rows: number) {
  const random = createRandom(rows)
  const blocks = Float64Array.from({ length: Math.ceil(rows / 64) * 64 * 2 }, () => random.normal())
  const unused = new Float64Array(2)
  const prepared = {
    rows,
    dimension: 2,
    blockRows: 64,
    blocks,
    centre: unused,
    spread: unused,
    metric: unused,
  }
  const parameters = createParameters('full', 2, 2)
  setIdentity(parameters)
  parameters.means.set([-1, 0, 1, 0.5])
  parameters.offsets.set([-2, -3])
  return { prepared, parameters }
}

describe('segments of a pass', () => {
  it('number at most 64, and one up to 64 blocks', () => {
    expect([0, 1, 64, 65, 4096, 4097, 1e6].map(segmentCount)).toEqual([0, 1, 1, 2, 64, 64, 64])
  })

  it('cover every block once, in order, whatever the number of blocks', () => {
    for (const blocks of [1, 65, 1000, 4095, 4097, 12345]) {
      const segments = segmentCount(blocks)
      const starts = Array.from({ length: segments + 1 }, (_, s) => segmentStart(s, segments, blocks))
      expect([starts[0], starts[segments]]).toEqual([0, blocks])
      starts.slice(1).forEach((start, s) => expect(start).toBeGreaterThan(starts[s]))
    }
  })

  it('shared with a crew give the same bits as one after another', () => {
    const { prepared, parameters } = problem(64 * 300 + 17)
    const alone = createKernel(prepared, 2, 'full')
    const other = createKernel(prepared, 2, 'full')
    const crew: Crew = {
      share(at, segments, size, summarise) {
        const parts = new Float64Array(segments * size)
        for (let s = segments - 1; s >= 0; s--) {
          const out = parts.subarray(s * size, (s + 1) * size)
          if (s % 2 === 0) summarise(s, out)
          else other.summarise(at, s, out, never)
        }
        return parts
      },
    }
    const shared = createKernel(prepared, 2, 'full', crew)
    expect(shared.segments).toBe(5)
    expect(alone.pass(parameters, never) && shared.pass(parameters, never)).toBe(true)
    expect([...shared.sums.values]).toEqual([...alone.sums.values])
    expect([shared.logLikelihood, shared.entropy]).toEqual([alone.logLikelihood, alone.entropy])
  })

  it('are given up when a crew or a pass is stopped', () => {
    const { prepared, parameters } = problem(64 * 130)
    let asked = 0
    expect(createKernel(prepared, 2, 'full').pass(parameters, () => ++asked > 1)).toBe(false)
    expect(createKernel(prepared, 2, 'full', { share: () => null }).pass(parameters, never)).toBe(false)
  })
})
