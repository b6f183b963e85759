import type { Failure } from '../collapse.ts'
import type { Em } from '../em.ts'
import type { Parameters } from '../parameters.ts'

const FIRM = 0.98

/** The M-step from labels (0-based), as responsibilities 0.98 for the label and 0.02 spread over all, so that none is singular. */
export function fromPartition(em: Em, labels: Uint8Array, to: Parameters): Failure | null {
  const { components } = em.setting
  const others = (1 - FIRM) / components
  return em.begin((from, count, out, stride) => {
    for (let k = 0; k < components; k++) out.fill(others, k * stride, k * stride + count)
    for (let p = 0; p < count; p++) {
      const at = labels[from + p] * stride + p
      out[at] += FIRM
    }
  }, to)
}
