const MOST = 64
const FEWEST_BLOCKS = 64

/** How many segments a pass over this many blocks falls into. Depends on the rows alone, never on the threads. */
export function segmentCount(blocks: number): number {
  return Math.min(MOST, Math.ceil(blocks / FEWEST_BLOCKS))
}

/** The first block of a segment, which is also the end of the one before it. */
export function segmentStart(segment: number, segments: number, blocks: number): number {
  return Math.floor((segment * blocks) / segments)
}
