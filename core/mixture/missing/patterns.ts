import type { Gaps } from './gaps.ts'
import { createPatternTree } from './pattern-tree.ts'

/** Rows by the columns that they lack. */
export interface PatternedRows {
  /** Rows with a finite value in at least one column, ascending. Over shared memory. */
  usedRows: Uint32Array
  /** The complete rows, then pattern by pattern in the order in which they come, ascending within each. */
  gaps: Gaps
}

/** Finds the patterns of missing cells. `proceed` is called every now and then, and ends the work if it throws. */
export function findPatterns(columns: readonly Float64Array[], proceed: () => void): PatternedRows {
  const total = columns[0]?.length ?? 0
  const lacking = new Uint16Array(total)
  for (const column of columns) {
    proceed()
    for (let i = 0; i < total; i++) if (!Number.isFinite(column[i])) lacking[i] += 1
  }
  const tree = createPatternTree(columns.length)
  const patternOf = new Int32Array(total).fill(-1)
  const sizes: number[] = []
  const example: number[] = []
  let complete = 0
  for (let i = 0; i < total; i++) {
    if (i % ROWS_PER_CALL === 0) proceed()
    if (lacking[i] === 0) complete++
    else if (lacking[i] < columns.length) {
      const pattern = tree.patternOf(columns, i)
      if (pattern === sizes.length) {
        sizes.push(0)
        example.push(i)
      }
      patternOf[i] = pattern
      sizes[pattern]++
    }
  }
  return arrange(columns, lacking, patternOf, sizes, example, complete)
}

const ROWS_PER_CALL = 65_536

function arrange(
  columns: readonly Float64Array[],
  lacking: Uint16Array,
  patternOf: Int32Array,
  sizes: readonly number[],
  example: readonly number[],
  complete: number,
): PatternedRows {
  const starts = shared(Uint32Array, sizes.length + 1)
  const missingStarts = shared(Uint32Array, sizes.length + 1)
  starts[0] = complete
  sizes.forEach((size, pattern) => {
    starts[pattern + 1] = starts[pattern] + size
    missingStarts[pattern + 1] = missingStarts[pattern] + lacking[example[pattern]]
  })
  const rows = starts[sizes.length]
  const missing = shared(Uint16Array, missingStarts[sizes.length])
  const observed = shared(Float64Array, columns.length).fill(rows)
  sizes.forEach((size, pattern) => {
    let at = missingStarts[pattern]
    columns.forEach((column, j) => {
      if (Number.isFinite(column[example[pattern]])) return
      missing[at++] = j
      observed[j] -= size
    })
  })
  const usedRows = shared(Uint32Array, rows)
  const order = shared(Uint32Array, rows)
  const ends = starts.slice()
  let end = 0
  for (let i = 0, used = 0; i < patternOf.length; i++) {
    if (lacking[i] > 0 && patternOf[i] < 0) continue
    order[lacking[i] === 0 ? end++ : ends[patternOf[i]]++] = used
    usedRows[used++] = i
  }
  return { usedRows, gaps: { order, complete, starts, missing, missingStarts, observed } }
}

function shared<T>(
  kind: { new (buffer: SharedArrayBuffer): T; readonly BYTES_PER_ELEMENT: number },
  length: number,
): T {
  return new kind(new SharedArrayBuffer(length * kind.BYTES_PER_ELEMENT))
}
