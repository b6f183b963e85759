import { prepareWithGaps } from '../../core/mixture/missing/prepare-gaps.ts'
import { prepare } from '../../core/mixture/prepare.ts'
import { resample } from '../../core/resampling/resample.ts'
import { EngineError } from '../../contract/errors.ts'
import { phrase } from '../../contract/words/say.ts'
import { workControl } from '../control.ts'
import { task } from '../failure.ts'
import type { Tasks } from '../tasks.ts'

type Task = Tasks['prepare-rows']

/** Packs the rows that a fit uses; rejected as `cancelled` where it was stopped. */
export default task((input: Task['input']): Task['output'] => {
  const { columns, scaling, weighting, gaps, noise = false, resampling, control } = input
  const stopped = control === undefined ? () => false : workControl(control).stopped
  const proceed = () => {
    if (stopped()) throw new EngineError('cancelled', phrase('It was cancelled.'), '')
  }
  if (gaps === true) return prepareWithGaps(columns, scaling, proceed)
  return prepare(columns, scaling, weighting ?? null, {
    noise,
    proceed,
    chosen: resampling ? resample(resampling) : null,
  })
})
