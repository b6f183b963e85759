/** One size at which contestants are compared. */
export interface Case {
  rows: number
  dimension: number
  components: number
  /** EM iterations of the short and of the long run: a time per iteration is their difference. */
  short: number
  long: number
  /** The whole job: none, where null. */
  job: JobSize | null
}

export interface JobSize {
  /** Fewer than 20 where those would take hours: restarts are independent of each other, so their number changes no ratio much. */
  restarts: number
  /** One where it takes minutes; only several are preceded by others that do not count, which warm both programs up. */
  rounds: number
}

export type Model = 'VVV' | 'VVI'

export const CASES: readonly Case[] = [
  { rows: 272, dimension: 2, components: 2, short: 5, long: 45, job: { restarts: 20, rounds: 21 } },
  { rows: 10_000, dimension: 4, components: 5, short: 5, long: 25, job: { restarts: 20, rounds: 3 } },
  { rows: 100_000, dimension: 8, components: 8, short: 1, long: 5, job: { restarts: 4, rounds: 1 } },
  { rows: 1_000_000, dimension: 4, components: 6, short: 1, long: 4, job: { restarts: 2, rounds: 1 } },
  { rows: 50_000, dimension: 32, components: 10, short: 1, long: 4, job: null },
  { rows: 20_000, dimension: 100, components: 5, short: 1, long: 4, job: null },
]

const thousands = (rows: number) =>
  rows >= 1e6 ? `${rows / 1e6}M` : rows >= 1e4 ? `${rows / 1e3}k` : String(rows)

/** As "10k×4,5": rows × columns, components. */
export const nameOf = ({
  rows,
  dimension,
  components,
}: Pick<Case, 'rows' | 'dimension' | 'components'>): string => `${thousands(rows)}×${dimension},${components}`
