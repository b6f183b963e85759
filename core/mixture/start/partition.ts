import type { Failure } from '../collapse.ts'
import type { Em } from '../em.ts'
import type { Parameters } from '../parameters.ts'

const FIRM = 0.98

/**
 * The M-step from labels (0-based), as responsibilities `firm` for the label and the rest spread over all: 0.98, so that none is
 * singular, unless another is given.
 */
export function fromPartition(em: Em, labels: Uint8Array, to: Parameters, firm = FIRM): Failure | null {
  const { components } = em.setting
  const others = (1 - firm) / components
  return em.begin((from, count, out, stride) => {
    for (let k = 0; k < components; k++) out.fill(others, k * stride, k * stride + count)
    for (let p = 0; p < count; p++) {
      const at = labels[from + p] * stride + p
      out[at] += firm
    }
  }, to)
}
