/** The last row that begins on the line or above it, found by halving; the first where none does. */
export async function rowAtLine(
  line: number,
  rows: number,
  lineOf: (row: number) => Promise<number>,
): Promise<number> {
  let low = 0
  let high = rows
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if ((await lineOf(middle)) <= line) low = middle
    else high = middle
  }
  return low
}
