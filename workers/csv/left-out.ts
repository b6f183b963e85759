/** Lines of a file that are no rows. */
export interface LeftOut {
  count: number
  /** 1-based; 0 where there is none. */
  firstLine: number
}

/** Counts the blank lines that have rows before and behind them; `rows` is how many came before. */
export interface BlankLines {
  see(line: number, rows: number): void
  /** To be asked once, after the last row. */
  between(rows: number): LeftOut
}

export function countBlankLines(): BlankLines {
  const between: LeftOut = { count: 0, firstLine: 0 }
  let open: LeftOut = { count: 0, firstLine: 0 }
  let before = 0

  function settle(rows: number): void {
    if (rows > before && before > 0 && open.count > 0) {
      if (between.count === 0) between.firstLine = open.firstLine
      between.count += open.count
    }
    if (rows > before) open = { count: 0, firstLine: 0 }
    before = rows
  }

  return {
    see(line, rows) {
      settle(rows)
      if (open.count++ === 0) open.firstLine = line
    },
    between(rows) {
      settle(rows)
      return between
    },
  }
}
