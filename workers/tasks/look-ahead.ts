import { foresee } from '../../core/mixture/preflight/foresee.ts'
import { EngineError } from '../../contract/errors.ts'
import { phrase } from '../../contract/words/say.ts'
import { workControl } from '../control.ts'
import { task } from '../failure.ts'
import { runPilots } from '../pilots.ts'
import type { Tasks } from '../tasks.ts'

type Task = Tasks['look-ahead']

/** Looks over the columns of a fit and tries a few restarts; rejected as `cancelled` where it was stopped. */
export default task(({ columns: all, weights, asked, requests, control }: Task['input']): Task['output'] => {
  const { stopped } = workControl(control)
  const proceed = () => {
    if (stopped()) throw new EngineError('cancelled', phrase('It was cancelled.'), '')
  }
  const columns =
    weights === null
      ? all
      : all.map((column) => ({ ...column, values: column.values.filter((_, row) => weights[row] > 0) }))
  proceed()
  const foresight = foresee(columns, asked, proceed)
  const constant = new Set(
    foresight.concerns.flatMap((each) => (each.kind === 'constant' ? [each.column] : [])),
  )
  const varying = columns.filter(({ index }) => !constant.has(index)).map(({ values }) => values)
  const pilots =
    varying.length === 0 || foresight.rowsUsed < 2
      ? requests.map(() => null)
      : runPilots(varying, asked.scaling, requests, stopped)
  proceed()
  return { foresight, pilots }
})
