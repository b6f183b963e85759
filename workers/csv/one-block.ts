const SMALL_BYTES = 1 << 12

/**
 * The same columns, short ones all in one shared block: handing a block to another thread costs far more than the few numbers of a
 * short column. Null where there is no column of numbers.
 */
export function inOneBlock(columns: readonly (Float64Array | null)[]): (Float64Array | null)[] {
  const isShort = (column: Float64Array | null): column is Float64Array =>
    column !== null && column.byteLength <= SMALL_BYTES
  const length = columns.filter(isShort).reduce((sum, column) => sum + column.length, 0)
  const block = new Float64Array(new SharedArrayBuffer(length * Float64Array.BYTES_PER_ELEMENT))
  let used = 0
  return columns.map((column) => {
    if (!isShort(column)) return column
    block.set(column, used)
    used += column.length
    return block.subarray(used - column.length, used)
  })
}
