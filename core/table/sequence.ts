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
  const sorted = Float64Array.from(values).sort()
  let present = sorted.length
  // Float64Array.prototype.sort puts NaN last.
  while (present > 0 && Number.isNaN(sorted[present - 1])) present--
  let distinct = present > 0 ? 1 : 0
  let integers = present > 0 && Number.isInteger(sorted[0])
  for (let i = 1; i < present; i++) {
    // −0 sorts before 0 and equals it.
    if (sorted[i] !== sorted[i - 1]) distinct++
    if (integers && !Number.isInteger(sorted[i])) integers = false
  }
  const distinctIntegers = integers && present === values.length && distinct === present
  return { distinct, distinctIntegers, runs: integers && present === values.length ? countRuns(values) : 0 }
}

function countRuns(values: Float64Array): number {
  let runs = values.length > 0 ? 1 : 0
  for (let i = 1; i < values.length; i++) {
    if (values[i] === values[i - 1] + 1) continue
    if (values[i] !== values[0]) return 0
    runs++
  }
  return runs
}
