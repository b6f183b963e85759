import type { Body } from '../mixture/kernel/wasm/bytes.ts'
import {
  double,
  fill,
  give,
  int,
  long,
  program,
  routine,
  when,
  whilst,
  type Code,
  type Local,
} from './scan-instructions.ts'

const INTEGER = 4
const DOUBLE = 8
/** A free slot: its bits are those of a NaN, which is left out. */
const FREE = 0xff
/** 2⁶⁴ divided by the golden ratio spreads keys best (Knuth 1973). */
const GOLDEN = 0x9e3779b97f4a7c15n

/** The bits of the number at `place`, and their hash; −0 is made 0. */
function hashAt(place: Local, value: Local, bits: Local, hash: Local): Code {
  return program(
    value.set(double.add(double.load(place.get, 0), double.of(0))),
    bits.set(long.bitsOf(value.get)),
    hash.set(long.exclusiveOr(bits.get, long.shiftDown(bits.get, long.of(32)))),
    hash.set(long.multiply(hash.get, long.ofWide(GOLDEN))),
  )
}

/**
 * tally(from, to, shift, roundMask, round) counts the numbers of each part in the integers at 0; deal(…, dealt) puts them down
 * where those integers say. The part is the top of the hash; only numbers of one round, by the low bits of it, take part.
 */
export function dealRoutine(name: 'tally' | 'deal'): Body {
  return routine(name, 6, (local, place, to, shift, roundMask, round, dealt) => {
    const [value, bits, hash] = [local('double'), local('long'), local('long')]
    const [part, next] = [local('index'), local('index')]
    const inRound = int.equal(int.and(long.toInt(hash.get), roundMask.get), round.get)
    return program(
      whilst(
        int.below(place.get, to.get),
        program(
          hashAt(place, value, bits, hash),
          when(
            int.and(double.equal(value.get, value.get), inRound),
            program(
              part.set(
                int.multiply(long.toInt(long.shiftDown(hash.get, long.from(shift.get))), int.of(INTEGER)),
              ),
              next.set(int.load(part.get, 0)),
              name === 'deal'
                ? long.store(int.add(dealt.get, int.multiply(next.get, int.of(DOUBLE))), 0, bits.get)
                : [],
              int.store(part.get, 0, int.add(next.get, int.of(1))),
            ),
          ),
          place.set(int.add(place.get, int.of(DOUBLE))),
        ),
      ),
      give(place.get),
    )
  })
}

/** count(from, to, slots, mask): how many different numbers there are, by a table with open addressing of mask + 1 slots. */
export function countRoutine(): Body {
  return routine('count', 4, (local, place, to, slots, mask) => {
    const [value, bits, hash, held] = [local('double'), local('long'), local('long'), local('long')]
    const [slot, address, distinct] = [local('index'), local('index'), local('index')]
    const free = long.ofWide(-1n)
    const find = program(
      address.set(int.add(slots.get, int.multiply(int.and(slot.get, mask.get), int.of(DOUBLE)))),
      held.set(long.load(address.get, 0)),
    )
    return program(
      fill(slots.get, FREE, int.multiply(int.add(mask.get, int.of(1)), int.of(DOUBLE))),
      whilst(
        int.below(place.get, to.get),
        program(
          hashAt(place, value, bits, hash),
          // Below the bits that chose the part.
          slot.set(long.toInt(long.shiftDown(hash.get, long.of(24)))),
          find,
          whilst(
            int.and(long.differ(held.get, free), long.differ(held.get, bits.get)),
            program(slot.set(int.add(slot.get, int.of(1))), find),
          ),
          when(
            long.equal(held.get, free),
            program(long.store(address.get, 0, bits.get), distinct.set(int.add(distinct.get, int.of(1)))),
          ),
          place.set(int.add(place.get, int.of(DOUBLE))),
        ),
      ),
      give(distinct.get),
    )
  })
}
