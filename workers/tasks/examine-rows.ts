import { examine } from '../../core/mixture/diagnosis/examine.ts'
import { spreadsOf } from '../../core/mixture/diagnosis/moments.ts'
import { UNLABELLED } from '../../core/mixture/partition.ts'
import { EngineError } from '../../contract/errors.ts'
import { phrase } from '../../contract/words/say.ts'
import { workControl } from '../control.ts'
import { task } from '../failure.ts'
import type { Tasks } from '../tasks.ts'

type Task = Tasks['examine-rows']

/** Looks into the rows of a component for what makes it degenerate; rejected as `cancelled` where it was stopped. */
export default task((input: Task['input']): Task['output'] => {
  const { columns, gaps, labels, component, needed } = input
  const { stopped } = workControl(input.control)
  const proceed = () => {
    if (stopped()) throw new EngineError('cancelled', phrase('It was cancelled.'), '')
  }
  const total = columns[0].length
  const has = (row: number) => (column: Float64Array) => Number.isFinite(column[row])
  const usable = (row: number) => (gaps ? columns.some(has(row)) : columns.every(has(row)))
  const used = rowsWhere(total, (row) => (labels === null ? usable(row) : labels[row] !== UNLABELLED))
  proceed()
  const members =
    labels === null || component === null ? used : rowsWhere(total, (row) => labels[row] === component)
  const spreads = spreadsOf(columns, used, proceed)
  return { ...examine(columns, members, spreads, needed, proceed), spreads }
})

function rowsWhere(total: number, holds: (row: number) => boolean): Uint32Array {
  const rows = new Uint32Array(total)
  let count = 0
  for (let row = 0; row < total; row++) if (holds(row)) rows[count++] = row
  return rows.slice(0, count)
}
