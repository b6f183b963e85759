import {
  bytes,
  choose,
  double,
  give,
  int,
  long,
  program,
  routine,
  when,
  whilst,
  type Code,
} from './scan-instructions.ts'
import type { Body } from '../mixture/kernel/wasm/bytes.ts'
import { sixteenDigits, VECTOR_DIGITS } from './scan-digits.ts'
import { POWERS, type ScanLayout } from './scan-layout.ts'
import { nearestQuotient } from './scan-quotient.ts'
import { SHAPE, WIDTH_SHIFT } from './shape.ts'

const LF = 10
const CR = 13
const PLUS = 43
const MINUS = 45
const ZERO = 48
const LOWER_E = 101
const LARGEST_POWER = 22
const LARGEST_EXPONENT = 1000
const DOUBLE_BITS = 53
/** With 16 digits more they are below 10¹⁹. */
const MOST_BEFORE = 999
/** A run of this length may go on. */
const LONGEST = 2 * VECTOR_DIGITS

const oneOf = (byte: Code, values: readonly number[]): Code =>
  values.map((value) => int.equal(byte, int.of(value))).reduce((all, equal) => int.or(all, equal))

/** number(start, cell, mark): puts down the cell at `start` if it is a plain number; gives its end, or `start` where it is none. */
export function numberRoutine(layout: ScanLayout, delimiter: number): Body {
  return routine('number', 3, (local, start, cell, mark) => {
    const [begin, length, digits, hasMark, behind, end, byte, exponent, bare, negative, shape] = Array.from(
      { length: 11 },
      () => local('index'),
    )
    const [isDigit, isMark, from, written] = Array.from({ length: 4 }, () => local('index'))
    const [whole, before] = [local('long'), local('long')]
    const [value, divisor] = [local('double'), local('double')]
    const text = local('vector')
    const none = give(start.get)
    const run = { end, digits, hasMark, behind }

    const digitsOf = bytes.below(
      bytes.subtract(text.get, bytes.spread(int.of(ZERO))),
      bytes.spread(int.of(10)),
    )
    const marksOf = bytes.equal(text.get, bytes.spread(mark.get))
    const runLength = int.trailingZeros(int.subtract(int.of(-1), int.or(isDigit.get, isMark.get)))
    /** Sign, digits and mark. */
    const findRun = program(
      byte.set(int.loadByte(start.get, 0)),
      negative.set(int.equal(byte.get, int.of(MINUS))),
      begin.set(int.add(start.get, int.or(negative.get, int.equal(byte.get, int.of(PLUS))))),
      text.set(bytes.load(begin.get)),
      isDigit.set(int.mask(digitsOf)),
      isMark.set(int.mask(marksOf)),
      length.set(runLength),
      when(
        int.equal(length.get, int.of(VECTOR_DIGITS)),
        program(
          text.set(bytes.load(begin.get, VECTOR_DIGITS)),
          isDigit.set(int.or(isDigit.get, int.shiftUp(int.mask(digitsOf), int.of(VECTOR_DIGITS)))),
          isMark.set(int.or(isMark.get, int.shiftUp(int.mask(marksOf), int.of(VECTOR_DIGITS)))),
          length.set(runLength),
          when(int.equal(length.get, int.of(LONGEST)), none),
        ),
      ),
      isMark.set(int.and(isMark.get, int.subtract(int.shiftUp(int.of(1), length.get), int.of(1)))),
      when(int.and(isMark.get, int.subtract(isMark.get, int.of(1))), none),
      hasMark.set(int.differ(isMark.get, int.of(0))),
      digits.set(int.subtract(length.get, hasMark.get)),
      when(int.isZero(digits.get), none),
      end.set(int.add(begin.get, length.get)),
      behind.set(choose(int.subtract(digits.get, int.trailingZeros(isMark.get)), int.of(0), hasMark.get)),
    )

    const readWhole = program(
      sixteenDigits(local, run, 0, whole),
      when(
        int.more(digits.get, int.of(VECTOR_DIGITS)),
        program(
          sixteenDigits(local, run, VECTOR_DIGITS, before),
          when(long.more(before.get, long.of(MOST_BEFORE)), none),
          whole.set(
            long.add(whole.get, long.multiply(long.multiply(before.get, long.of(1e8)), long.of(1e8))),
          ),
        ),
      ),
    )

    const nextByte = program(end.set(int.add(end.get, int.of(1))), byte.set(int.loadByte(end.get, 0)))
    const isDown = isMark
    const readExponent = program(
      exponent.set(int.subtract(int.of(0), behind.get)),
      bare.set(int.of(1)),
      byte.set(int.loadByte(end.get, 0)),
      when(
        int.equal(int.or(byte.get, int.of(32)), int.of(LOWER_E)),
        program(
          bare.set(int.of(0)),
          nextByte,
          isDown.set(int.equal(byte.get, int.of(MINUS))),
          when(int.or(isDown.get, int.equal(byte.get, int.of(PLUS))), nextByte),
          from.set(end.get),
          written.set(int.of(0)),
          whilst(
            int.below(int.subtract(byte.get, int.of(ZERO)), int.of(10)),
            program(
              written.set(
                int.add(int.multiply(written.get, int.of(10)), int.subtract(byte.get, int.of(ZERO))),
              ),
              when(int.more(written.get, int.of(LARGEST_EXPONENT)), none),
              nextByte,
            ),
          ),
          when(int.equal(end.get, from.get), none),
          exponent.set(
            int.add(exponent.get, choose(int.subtract(int.of(0), written.get), written.get, isDown.get)),
          ),
        ),
      ),
      when(int.isZero(oneOf(byte.get, [delimiter, LF, CR])), none),
    )

    const power = (of: Code) => double.load(int.multiply(of, int.of(8)), POWERS)
    const up = int.more(exponent.get, int.of(0))
    const far = (least: number) =>
      int.or(int.less(exponent.get, int.of(-LARGEST_POWER)), int.more(exponent.get, int.of(least)))
    const divide = divisor.set(power(int.subtract(int.of(0), exponent.get)))
    // Clinger (1990): both are exact, so their quotient or product is the nearest double.
    const readValue = program(
      value.set(double.fromUnsigned(whole.get)),
      when(
        int.differ(exponent.get, int.of(0)),
        when(
          long.isZero(long.shiftDown(whole.get, long.of(DOUBLE_BITS))),
          when(
            int.isZero(long.isZero(whole.get)),
            program(
              when(far(LARGEST_POWER), none),
              when(
                up,
                value.set(double.multiply(value.get, power(exponent.get))),
                program(divide, value.set(double.divide(value.get, divisor.get))),
              ),
            ),
          ),
          program(when(far(0), none), divide, nearestQuotient(local, whole.get, divisor.get, value, none)),
        ),
      ),
    )

    const several = int.more(int.subtract(end.get, start.get), int.of(1))
    const flag = (condition: Code, bit: number) => int.multiply(condition, int.of(bit))
    const zeroFirst = int.equal(int.loadByte(begin.get, 0), int.of(ZERO))
    const groupable = [
      int.equal(behind.get, int.of(3)),
      int.below(int.subtract(digits.get, int.of(4)), int.of(3)),
      int.isZero(zeroFirst),
      bare.get,
    ].reduce((all, part) => int.and(all, part))
    const inexact = long.differ(long.rounded(value.get), whole.get)
    const readShape = program(
      shape.set(flag(several, SHAPE.SEVERAL)),
      when(
        hasMark.get,
        shape.set(int.or(int.or(shape.get, int.of(SHAPE.MARK)), flag(groupable, SHAPE.GROUPABLE))),
        when(
          bare.get,
          program(
            shape.set(int.or(shape.get, flag(inexact, SHAPE.INTEGER_INEXACT))),
            when(
              int.equal(begin.get, start.get),
              shape.set(
                int.or(
                  int.or(shape.get, int.shiftUp(digits.get, int.of(WIDTH_SHIFT))),
                  flag(int.and(zeroFirst, int.more(digits.get, int.of(1))), SHAPE.LEADING_ZERO),
                ),
              ),
            ),
          ),
        ),
      ),
    )
    const store = program(
      double.store(
        int.multiply(cell.get, int.of(8)),
        layout.values,
        choose(double.negate(value.get), value.get, negative.get),
      ),
      int.store(int.multiply(cell.get, int.of(4)), layout.shapes, shape.get),
      give(end.get),
    )
    return program(findRun, readWhole, readExponent, readValue, readShape, store)
  })
}
