import { createRandom } from '../../random/random.ts'
import type { StartMethod } from './context.ts'

/** Uniform random responsibilities, normalised per row. Every component then starts near the overall mean. */
export const randomResponsibilities: StartMethod = ({ em, random }, to) => {
  const { components } = em.setting
  const seed = random.below(2 ** 32)
  let stream = createRandom(seed)
  return em.begin((from, count, out, stride) => {
    // The two passes of the M-step must see the same numbers.
    if (from === 0) stream = createRandom(seed)
    for (let p = 0; p < count; p++) {
      let sum = 0
      for (let k = 0; k < components; k++) sum += out[k * stride + p] = stream.next()
      for (let k = 0; k < components; k++) out[k * stride + p] = out[k * stride + p] / sum
    }
  }, to)
}
