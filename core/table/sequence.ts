import { countDistinctNumbers } from './distinct-numbers.ts'

export interface Sequence {
  /** How many different numbers there are. */
  distinct: number
  /** Different whole numbers in every row. */
  distinctIntegers: boolean
  /** In how many runs the rows are numbered, each run starting at the first row's number and rising by one; 0 where they are not. */
  runs: number
}

/** Whether a column's numbers count its rows. NaN is left out, and means that they do not. */
export function sequence(values: Float64Array): Sequence {
  const distinct = countDistinctNumbers(values)
  const counts = values.length > 0 && values.every(Number.isInteger)
  return {
    distinct,
    distinctIntegers: counts && distinct === values.length,
    runs: counts ? countRuns(values) : 0,
  }
}

function countRuns(values: Float64Array): number {
  let runs = values.length > 0 ? 1 : 0
  for (let i = 1; i < values.length; i++) {
    // Beyond 2⁵³ a number plus one can be itself.
    if (values[i] === values[i - 1] + 1 && values[i] > values[i - 1]) continue
    if (values[i] !== values[0]) return 0
    runs++
  }
  return runs
}
