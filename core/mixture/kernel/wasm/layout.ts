import { covarianceLength, type Family } from '../../parameters.ts'
import { EXP2_CONSTANTS } from './exp2.ts'
import { DOUBLE, type Index, type Routine } from './routine.ts'

/** What a module is generated for. */
export interface Shape {
  family: Family
  dimension: number
  blockRows: number
  /** Rows per vector: 2, or 4 where two neighbouring locals of 128 bits are to be taken as one. */
  lanes: number
  /** Whether there are two components: of each row one power is then 1, and the other alone is worked out. */
  pair: boolean
}

/** Rows of U, or columns of the diagonal, in one register tile; vectors of rows in it. */
export const TILE = { rows: 4, vectors: 2 } as const

/** Vectors of rows in a stretch: blocks are whole stretches, and of the last block only those are worked on that hold rows. */
const STRETCH = 4

const ALIGNMENT = 64

/** −½ log2 e: squared distance to base-2 logarithm of the density. */
const HALF_SQUARE = -0.5 * Math.LOG2E

/** Stands for the maximum of a row that no component reaches. */
const LOWEST = -1e300

/** Written to the beginning of the memory: what the code reads as constants. */
export const CONSTANTS = [1, HALF_SQUARE, LOWEST, ...EXP2_CONSTANTS]
export const CONSTANT = { one: 0, halfSquare: DOUBLE, lowest: 2 * DOUBLE, exp2: 3 * DOUBLE } as const

/**
 * Where everything lies in the memory, in bytes. What does not depend on the number of components stands at the same address for
 * every kernel of a shape; the rest is handed to the code as addresses.
 */
export interface Layout {
  /** Row minus mean, of the component and the rows at hand. */
  centred: number
  /** Per row of the block [blockRows each]: largest logarithm, Σ e, 1 / Σ e, Σ e t. */
  most: number
  sum: number
  inverse: number
  slope: number
  /** Per lane: Σ largest, Π Σ e, Σ Σ e t / Σ e [lanes each]. */
  tally: number
  /** Responsibility times whitened coordinate, of the component at hand [d × blockRows]. */
  weighted: number
  /** Behind all these. */
  end: number
}

export function layoutOf({ dimension, blockRows, lanes }: Shape): Layout {
  let end = 0
  const take = (doubles: number) => {
    const start = end
    end = aligned(start + doubles * DOUBLE)
    return start
  }
  take(CONSTANTS.length)
  return {
    centred: take(dimension * TILE.vectors * lanes),
    most: take(blockRows),
    sum: take(blockRows),
    inverse: take(blockRows),
    slope: take(blockRows),
    tally: take(3 * lanes),
    weighted: take(dimension * blockRows),
    end,
  }
}

/** What depends on the number of components and on the rows: addresses in bytes. */
export interface Addresses {
  /** Offset (base 2), mean and whitener of each component. */
  records: number
  /** One vector per number of each component's record. */
  sums: number
  /** Base-2 logarithms, then e [K × blockRows], and behind them those of the noise. */
  logs: number
  /** Whitened rows [K × d × blockRows]. */
  white: number
  /** Rows copied from the prepared blocks. */
  window: number
  end: number
}

export function addressesOf(shape: Shape, components: number, windowBytes: number, noise = false): Addresses {
  const { dimension, blockRows, lanes } = shape
  const numbers = components * recordLength(shape) * DOUBLE
  const rows = components * blockRows * DOUBLE
  const records = layoutOf(shape).end
  const sums = aligned(records + numbers)
  const logs = aligned(sums + numbers * lanes)
  const white = aligned(logs + rows + Number(noise) * blockRows * DOUBLE)
  const window = aligned(white + rows * dimension)
  return { records, sums, logs, white, window, end: window + windowBytes }
}

/** Rows in a stretch. */
export function stretchRows({ lanes }: Pick<Shape, 'lanes'>): number {
  return STRETCH * lanes
}

/** Whether a block falls into whole stretches, so that code can be generated for it. */
export function suits(shape: Shape): boolean {
  return shape.blockRows % stretchRows(shape) === 0
}

/** Rounds of a loop over so many stretches that takes so many vectors at a time. */
export function roundsOf(f: Routine, stretches: Index, vectors: number): Index {
  return f.multiple(stretches, STRETCH / vectors)
}

function aligned(bytes: number): number {
  return Math.ceil(bytes / ALIGNMENT) * ALIGNMENT
}

/** Numbers per component: offset, mean [d], whitener. And as many sums: Σ r, Σ r y, Σ r y yᵀ. */
export function recordLength({ family, dimension }: Shape): number {
  return 1 + dimension + covarianceLength(family, dimension)
}
