/** What waits, the lowest `order` first, then in the order of asking. */
export interface Line<Some extends { order: number }> {
  readonly length: number
  /** The one that has so many before it. */
  at(place: number): Some
  add(one: Some): void
  /** The first of the line leave it. */
  take(count: number): Some[]
}

/** Tens of thousands may wait: joining a line at its end and leaving it cost the same however long it is. */
export function createLine<Some extends { order: number }>(): Line<Some> {
  let all: Some[] = []
  let gone = 0
  return {
    get length() {
      return all.length - gone
    },
    at: (place) => all[gone + place],
    add(one) {
      const before = all.findLastIndex(({ order }, place) => place < gone || order <= one.order)
      all.splice(before + 1, 0, one)
    },
    take(count) {
      const taken = all.slice(gone, gone + count)
      gone += taken.length
      if (gone > all.length / 2) {
        all = all.slice(gone)
        gone = 0
      }
      return taken
    },
  }
}
