/** The rows with the highest scores of all that were offered. */
export interface RankedRows {
  /** A score of NaN is never among the highest. */
  offer(row: number, score: number): void
  /** At most as many as are kept, highest score first, ties by the lower row. */
  list(): { row: number; score: number }[]
}

/** Keeps the `most` highest of any number of rows in O(log most) amortised time each. */
export function createRankedRows(most: number): RankedRows {
  const kept: { row: number; score: number }[] = []
  let least = -Infinity

  function cut(): void {
    kept.sort((a, b) => b.score - a.score || a.row - b.row)
    if (kept.length < most) return
    kept.length = most
    least = kept[most - 1].score
  }

  return {
    offer(row, score) {
      if (!(score >= least)) return
      kept.push({ row, score })
      if (kept.length >= 2 * most) cut()
    },
    list() {
      cut()
      return [...kept]
    },
  }
}
