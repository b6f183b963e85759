import { STOPPED, type Failure } from './collapse.ts'
import { factorise } from './factorise.ts'
import type { Sums } from './kernel/sums.ts'
import { boundEigenvalues } from './models/eigenvalue-ratio.ts'
import { applyPrior } from './models/prior.ts'
import { RESTRICTIONS } from './models/restriction.ts'
import { addRidge } from './models/ridge.ts'
import { scatter } from './models/scatter.ts'
import type { Parameters } from './parameters.ts'
import { isSpherical, type Setting } from './setting.ts'

const FEWEST_ROWS = 1e-3
/** The noise may empty, and is then gone for good: its weight stays a number with a logarithm. */
const LEAST_NOISE = 1e-200

/**
 * The M-step (Dempster, Laird & Rubin 1977; Celeux & Govaert 1995): from the sums that a pass made at `from`, the next
 * parameters in `to`. Each component's own covariance first, then prior or covariance model (where there is one component and it is
 * no sphere, its own covariance is the model's), ridge, and bound on the eigenvalues, in this order. Returns what went wrong, or null; where the brake of the setting is pulled, `to` is unfinished.
 */
export function maximise(setting: Setting, sums: Sums, from: Parameters, to: Parameters): Failure | null {
  const { components, work, covariance } = setting
  const { values, length } = sums
  work.rows = 0
  for (let k = 0; k < components; k++) {
    const count = values[k * length]
    if (!(count >= FEWEST_ROWS)) return { kind: 'collapse', component: k, cause: 'empty' }
    work.counts[k] = count
    work.rows += count
  }
  const noise = setting.noise === null ? 0 : values[components * length]
  const all = work.rows + noise
  for (let k = 0; k < components; k++) to.weights[k] = work.counts[k] / all
  if (setting.noise !== null) to.weights[components] = Math.max(noise / all, LEAST_NOISE)
  scatter(setting, sums, from, to)
  if (setting.prior !== null) applyPrior(setting, setting.prior, to)
  else if (components > 1 || isSpherical(covariance)) RESTRICTIONS[covariance](setting, from, to)
  addRidge(setting, to)
  if (setting.eigenvalueRatio !== null) boundEigenvalues(setting, setting.eigenvalueRatio, to)
  if (work.brake.pulled) return STOPPED
  return factorise(setting, to)
}
