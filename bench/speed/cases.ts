/** One size at which contestants are compared. */
export interface Case {
  rows: number
  dimension: number
  components: number
  /** EM iterations of the short and of the long run: a time per iteration is their difference. */
  short: number
  long: number
  /** Rounds of the whole job: one where it takes minutes. */
  jobRounds: number
}

export type Model = 'VVV' | 'VVI'

export const CASES: readonly Case[] = [
  { rows: 272, dimension: 2, components: 2, short: 5, long: 45, jobRounds: 5 },
  { rows: 10_000, dimension: 4, components: 5, short: 5, long: 25, jobRounds: 1 },
  { rows: 100_000, dimension: 8, components: 8, short: 1, long: 5, jobRounds: 1 },
  { rows: 1_000_000, dimension: 4, components: 6, short: 1, long: 4, jobRounds: 1 },
  { rows: 50_000, dimension: 32, components: 10, short: 1, long: 4, jobRounds: 0 },
  { rows: 20_000, dimension: 100, components: 5, short: 1, long: 4, jobRounds: 0 },
]

const thousands = (rows: number) =>
  rows >= 1e6 ? `${rows / 1e6}M` : rows >= 1e4 ? `${rows / 1e3}k` : String(rows)

/** As "10k×4,5": rows × columns, components. */
export const nameOf = ({ rows, dimension, components }: Omit<Case, 'short' | 'long' | 'jobRounds'>): string =>
  `${thousands(rows)}×${dimension},${components}`
