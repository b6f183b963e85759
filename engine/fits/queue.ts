import { createLine } from './line.ts'

/** Work that waits for a thread. */
export interface Piece {
  /** Of what waits, the lowest goes first; ties in the order of asking. */
  order: number
  /** Only pieces of one ground go together. */
  ground: object
  /** Pieces of one kind over one ground take about as long. */
  kind: string
}

/** Pieces of work in their order, and how many of them a thread should take at once. */
export interface Queue<Some extends Piece> {
  add(piece: Some): void
  /** What a thread takes next; nothing where others have taken all. */
  take(): Some[]
  /** How long a piece took that has ended. */
  took(piece: Some, seconds: number): void
}

/** Handing work to a thread and back costs about a millisecond; stop and progress should not notice the wait for the others. */
const MOST_SECONDS = 0.03
/** What the last one took weighs so much. */
const WEIGHT = 0.2

/**
 * A queue for so many threads. One takes as many pieces as earlier ones of their kinds say will be done in 30 ms, but of what waits no
 * more than its share; the first of a kind goes alone.
 */
export function createQueue<Some extends Piece>(threads: number): Queue<Some> {
  const waiting = createLine<Some>()
  const known = new WeakMap<object, Map<string, number>>()
  const secondsOf = ({ ground, kind }: Piece) => known.get(ground)?.get(kind) ?? Infinity

  return {
    add: waiting.add,
    take() {
      if (waiting.length === 0) return []
      const first = waiting.at(0)
      const share = Math.ceil(waiting.length / threads)
      let count = 1
      for (let seconds = secondsOf(first); count < share; count++) {
        seconds += secondsOf(waiting.at(count))
        if (waiting.at(count).ground !== first.ground || seconds > MOST_SECONDS) break
      }
      return waiting.take(count)
    },
    took(piece, seconds) {
      const kinds = known.get(piece.ground) ?? new Map<string, number>()
      const before = kinds.get(piece.kind) ?? seconds
      known.set(piece.ground, kinds.set(piece.kind, before + WEIGHT * (seconds - before)))
    },
  }
}
