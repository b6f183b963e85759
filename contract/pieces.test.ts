import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createJoiner, cutFrame } from './pieces.ts'

const bytes = Uint8Array.from({ length: 900_000 }, (_, i) => (i < 4 ? 7 : i % 251))
const frame = (length: number) => bytes.slice(0, length)

it('frames of any length, one after another, are joined as they were cut', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 4, max: 900_000 }), { maxLength: 4 }), (lengths) => {
      const frames = lengths.map(frame)
      const join = createJoiner()
      const joined = frames.flatMap(cutFrame).map(join)
      expect(
        joined.filter((each) => each !== null).map((each) => Buffer.compare(each, frame(each.length))),
      ).toEqual(lengths.map(() => 0))
      expect(joined.filter((each) => each !== null).map(({ length }) => length)).toEqual(lengths)
    }),
    { numRuns: 20 },
  )
})

it('a frame that is not long is sent as it is', () => {
  const short = frame(1 << 18)
  expect(cutFrame(short)).toEqual([short])
  expect(createJoiner()(short)).toBe(short)
})

it('no message of a long frame is more than a quarter of a megabyte', () => {
  expect(Math.max(...cutFrame(frame(1_000_000)).map(({ byteLength }) => byteLength))).toBe(1 << 18)
})

it('a piece longer than what was announced is refused', () => {
  const join = createJoiner()
  const [announcement = new Uint8Array()] = cutFrame(frame(300_000))
  expect(join(announcement)).toBeNull()
  expect(() => join(frame(300_001))).toThrow('could not be read')
})
