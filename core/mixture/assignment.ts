const LARGEST = 1e150

/**
 * The cheapest assignment of rows to columns of a cost matrix [rows × columns] row-major (Kuhn 1955; Jonker & Volgenant
 * 1987), O(size³). Returns for each row its column, −1 for rows left over where there are more rows than columns. A cost that
 * is not finite is dearer than any assignment of finite ones.
 */
export function assign(cost: Float64Array, rows: number, columns: number): Int32Array {
  const size = Math.max(rows, columns)
  const finite = finiteCosts(cost, size)
  const rowPrice = new Float64Array(size + 1)
  const columnPrice = new Float64Array(size + 1)
  const rowOf = new Int32Array(size + 1)
  const previous = new Int32Array(size + 1)
  const slack = new Float64Array(size + 1)
  const done = new Uint8Array(size + 1)
  const at = (row: number, column: number) =>
    row <= rows && column <= columns ? finite[(row - 1) * columns + column - 1] : 0

  for (let row = 1; row <= size; row++) {
    rowOf[0] = row
    slack.fill(Infinity)
    done.fill(0)
    let column = 0
    do {
      done[column] = 1
      const current = rowOf[column]
      let step = Infinity
      let next = 0
      for (let j = 1; j <= size; j++) {
        if (done[j]) continue
        const reduced = at(current, j) - rowPrice[current] - columnPrice[j]
        if (reduced < slack[j]) {
          slack[j] = reduced
          previous[j] = column
        }
        if (slack[j] < step) {
          step = slack[j]
          next = j
        }
      }
      for (let j = 0; j <= size; j++) {
        if (done[j]) {
          rowPrice[rowOf[j]] = rowPrice[rowOf[j]] + step
          columnPrice[j] -= step
        } else slack[j] = slack[j] - step
      }
      column = next
    } while (rowOf[column] !== 0)
    while (column !== 0) {
      const before = previous[column]
      rowOf[column] = rowOf[before]
      column = before
    }
  }

  const result = new Int32Array(rows).fill(-1)
  for (let j = 1; j <= columns; j++) if (rowOf[j] <= rows) result[rowOf[j] - 1] = j - 1
  return result
}

// A difference of prices that is infinite or NaN would never choose a column.
function finiteCosts(cost: Float64Array, size: number): Float64Array {
  const bounded = cost.map((value) => Math.min(LARGEST, Math.max(-LARGEST, value)))
  let widest = 0
  cost.forEach((value, i) => {
    if (Number.isFinite(value)) widest = Math.max(widest, Math.abs(bounded[i]))
  })
  const dearest = (2 * size + 1) * (widest > 0 ? widest : 1)
  return bounded.map((value, i) => (Number.isFinite(cost[i]) ? value : dearest))
}
