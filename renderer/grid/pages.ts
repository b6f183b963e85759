import { shallowRef, type ShallowRef } from 'vue'

export interface Pages<Row> {
  /** Null while it is on its way. */
  row(index: number): Row | null
  /** Asks for what is missing of these rows. */
  need(first: number, count: number): void
  /** Changes whenever rows have arrived: read it to be told. */
  revision: Readonly<ShallowRef<number>>
}

/**
 * Rows fetched by the page as they are looked at, the least recently used pages dropped first. While `inFlight` pages are on
 * their way no more are asked for; the last need is then served when they arrive, so that a flight through the table does not
 * queue up what has long scrolled by.
 */
export function createPages<Row>(
  rows: number,
  fetchRows: (from: number, count: number) => Promise<readonly Row[]>,
  onFailure: (thrown: unknown) => void,
  { pageRows = 200, most = 60, inFlight = 2 } = {},
): Pages<Row> {
  const held = new Map<number, readonly Row[] | 'coming'>()
  const revision = shallowRef(0)
  let coming = 0
  let wanted: [number, number] = [0, 0]
  let failed = false

  function need(first: number, count: number): void {
    wanted = [first, count]
    if (count === 0) return
    const last = Math.floor((Math.min(rows, first + count) - 1) / pageRows)
    for (let page = Math.floor(first / pageRows); page <= last; page++) {
      const kept = held.get(page)
      if (kept !== undefined) {
        held.delete(page)
        held.set(page, kept)
      } else if (coming < inFlight && !failed) ask(page)
    }
  }

  function ask(page: number): void {
    const from = page * pageRows
    coming++
    held.set(page, 'coming')
    fetchRows(from, Math.min(pageRows, rows - from)).then(
      (arrived) => arrive(page, arrived),
      (thrown: unknown) => {
        coming--
        held.delete(page)
        failed = true
        onFailure(thrown)
      },
    )
  }

  function arrive(page: number, arrived: readonly Row[]): void {
    coming--
    held.set(page, arrived)
    for (const oldest of held.keys()) {
      if (held.size <= most) break
      if (held.get(oldest) !== 'coming') held.delete(oldest)
    }
    revision.value++
    need(...wanted)
  }

  function row(index: number): Row | null {
    const page = held.get(Math.floor(index / pageRows))
    return page === undefined || page === 'coming' ? null : (page[index % pageRows] ?? null)
  }

  return { row, need, revision }
}
