import { createBrake } from '../linalg/brake.ts'
import { STOPPED, type Failure } from './collapse.ts'
import { createKernel, type Fill, type Kernel } from './kernel.ts'
import type { Crew } from './kernel/crew.ts'
import { maximise } from './maximise.ts'
import { hasGaps } from './missing/gaps.ts'
import { copyParameters, createParameters, setIdentity, type Parameters } from './parameters.ts'
import type { Setting } from './setting.ts'
import type { Prepared } from './types.ts'

const SETTLING_ROUNDS = 5

/** The steps of EM over some rows under one setting. */
export interface Em {
  readonly rows: Prepared
  readonly setting: Setting
  readonly kernel: Kernel
  create(): Parameters
  /** E-step at `parameters`; false if it was stopped. */
  expect(parameters: Parameters): boolean
  /** M-step after `expect(from)`. */
  maximise(from: Parameters, to: Parameters): Failure | null
  /** M-step from given responsibilities: one pass for the means, a second for the covariances about them. */
  begin(fill: Fill, to: Parameters): Failure | null
}

/**
 * EM over these rows. `stopped` is asked every few milliseconds, in E-step and M-step; `crew` shares the passes over many rows.
 * Takes the working memory of the setting for its own.
 */
export function createEm(
  rows: Prepared,
  setting: Setting,
  stopped: () => boolean,
  crew: Crew | null = null,
): Em {
  const { components, dimension, family, noise } = setting
  const kernel = createKernel(rows, components, family, crew, noise !== null)
  setting.work.brake = createBrake(stopped)
  const create = () => createParameters(family, components, dimension, noise !== null)

  function begin(fill: Fill, to: Parameters): Failure | null {
    const identity = create()
    setIdentity(identity)
    if (!kernel.gather(fill, identity, stopped)) return STOPPED
    const { values, length } = kernel.sums
    for (let k = 0; k < components; k++) {
      const count = values[k * length]
      for (let j = 0; j < dimension; j++) {
        identity.means[k * dimension + j] = count > 0 ? values[k * length + 1 + j] / count : 0
      }
    }
    if (!kernel.gather(fill, identity, stopped)) return STOPPED
    const failure = maximise(setting, kernel.sums, identity, to)
    return failure === null && hasGaps(rows) ? settle(fill, to) : failure
  }

  /** EM with the responsibilities as given: it is the missing cells that depend on the parameters. */
  function settle(fill: Fill, to: Parameters): Failure | null {
    const next = create()
    for (let round = 0; round < SETTLING_ROUNDS; round++) {
      if (!kernel.gather(fill, to, stopped)) return STOPPED
      const failure = maximise(setting, kernel.sums, to, next)
      if (failure !== null) return failure
      copyParameters(next, to)
    }
    return null
  }

  return {
    rows,
    setting,
    kernel,
    create,
    expect: (parameters) => kernel.pass(parameters, stopped),
    maximise: (from, to) => maximise(setting, kernel.sums, from, to),
    begin,
  }
}
