import { bytes, choose, int, long, program, type Code, type Local } from './scan-instructions.ts'
import type { Type } from '../mixture/kernel/wasm/bytes.ts'

/** Digits that one vector holds. */
export const VECTOR_DIGITS = 16
const ZERO = 48
const PLACES = Array.from({ length: VECTOR_DIGITS }, (_, place) => place)
/** 16-bit integers, low byte first. */
const weights = (first: number, second: number): Code =>
  bytes.of(PLACES.map((place) => ((place & 2 ? second : first) >> (8 * (place & 1))) & 255))

/** A run of digits with at most one mark among them, as variables. */
export interface DigitRun {
  /** Address behind it. */
  end: Local
  digits: Local
  hasMark: Local
  /** Digits behind the mark. */
  behind: Local
}

/**
 * An expression for the last 16 digits of a run as a 64-bit integer, or for the 16 digits in front of `skip` last ones; where
 * there are fewer, zeros stand before them. The digits behind the mark are read where they are, those before it one byte earlier.
 */
export function sixteenDigits(local: (type: Type) => Local, run: DigitRun, skip: 0 | 16, to: Local): Code {
  const text = local('vector')
  const pairs = local('vector')
  const reach = VECTOR_DIGITS + skip
  const first = int.subtract(run.end.get, int.of(reach + 1))
  const lastBefore = choose(int.subtract(int.of(reach - 1), run.behind.get), int.of(-1), run.hasMark.get)
  const above = (place: Code) => bytes.more(bytes.of(PLACES), bytes.spread(place))
  return program(
    text.set(bytes.choose(bytes.load(first, 1), bytes.load(first), above(lastBefore))),
    text.set(
      bytes.and(
        bytes.subtract(text.get, bytes.spread(int.of(ZERO))),
        above(int.subtract(int.of(reach - 1), run.digits.get)),
      ),
    ),
    pairs.set(
      bytes.narrow(
        bytes.pairSums(bytes.lowHalf(text.get), weights(10, 1)),
        bytes.pairSums(bytes.highHalf(text.get), weights(10, 1)),
      ),
    ),
    pairs.set(bytes.pairSums(pairs.get, weights(100, 1))),
    pairs.set(bytes.pairSums(bytes.narrow(pairs.get, pairs.get), weights(10000, 1))),
    to.set(
      long.add(
        long.multiply(long.from(int.lane(pairs.get, 0)), long.of(1e8)),
        long.from(int.lane(pairs.get, 1)),
      ),
    ),
  )
}
