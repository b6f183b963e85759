import fc from 'fast-check'
import { afterAll, expect, test, vi } from 'vitest'
import { EngineError } from '../../../contract/errors.ts'
import type { DialectChoice } from '../../../contract/schemas.ts'
import { createWorkControl } from '../../control.ts'
import { createScratchFolder } from '../../fixtures/scratch-folder.ts'
import { CASES } from '../files/cases.ts'
import { place } from '../files/place.ts'
import { importCsv } from '../import.ts'
import type * as Cut from './cut.ts'

const cutting = vi.hoisted(() => ({ scanned: true }))
vi.mock('./cut.ts', async (original) => {
  const real = await original<typeof Cut>()
  const isScannable: typeof Cut.isScannable = (...given) => cutting.scanned && real.isScannable(...given)
  return { ...real, isScannable }
})

const scratch = createScratchFolder()
afterAll(() => scratch.remove())

/** What an import gives or says, with rows scanned from the bytes or all cut by the tokeniser. */
function outcome(path: string, dialect: DialectChoice, scanned: boolean, pieceBytes: number) {
  cutting.scanned = scanned
  try {
    return importCsv({ path, dialect, control: createWorkControl().buffer }, pieceBytes)
  } catch (thrown) {
    if (thrown instanceof EngineError) return thrown.toData()
    throw thrown
  }
}

const digits = fc.stringMatching(/^[0-9]{1,4}$/)
const usual = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.tuple(digits, fc.constantFrom('.', ','), digits).map((parts) => parts.join('')),
  },
  { weight: 4, arbitrary: fc.integer().map(String) },
  { weight: 4, arbitrary: fc.double({ noNaN: true }).map(String) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('', 'NA', 'red', 'blue', '007', '2024-01-31', 'true', '5 %', '€ 7'),
  },
)
const odd = fc.oneof(
  fc.constantFrom(' 7', '7 ', '+.5', '5.', '-', '1e400', 'Infinity', '0x1F', '1.234,5', '1,234.5', "1'000"),
  fc.constantFrom('9007199254740993', '12345678901234567890123', '1e-400', '-0', '0e0', '1e5', '1E+05', '..'),
  fc.constantFrom(
    '"quoted"',
    '"1.5"',
    '"a,b"',
    '"a;b"',
    '"two\nlines"',
    '"two\r\nlines"',
    '"dou""bled"',
    '""',
  ),
  fc.constantFrom('"open', 'in"side', '"after"x', 'gr\u00f6\u00dfe', '\u2212 5', '\u00a0', 'a\rb', '\t', '#'),
)
const cell = fc.oneof({ weight: 40, arbitrary: usual }, { weight: 1, arbitrary: odd })

const table = fc.integer({ min: 1, max: 5 }).chain((width) => {
  const plain = fc.array(cell, { minLength: width, maxLength: width })
  const record = fc.oneof(
    { weight: 30, arbitrary: plain },
    { weight: 1, arbitrary: fc.array(cell, { maxLength: width + 2 }) },
    { weight: 1, arbitrary: fc.constantFrom([''], [' '], ['# a remark'], ['\0']) },
  )
  return fc.record({
    header: fc.constantFrom([], [Array.from({ length: width }, (_, i) => `c${i}`)]),
    records: fc.array(record, { maxLength: 60 }),
    delimiter: fc.constantFrom(',', ';', '\t', '|', ' '),
    lineEnd: fc.constantFrom('\n', '\n', '\r\n', '\r'),
    last: fc.constantFrom('', '\n', '\r\n', '\n\n'),
    mark: fc.constantFrom('', '', '\ufeff'),
    encoding: fc.constantFrom<BufferEncoding>('utf8', 'utf8', 'latin1', 'utf16le'),
    pieceBytes: fc.oneof(
      fc.constant(1 << 20),
      fc.integer({ min: 1, max: 200 }).map((half) => 2 * half),
    ),
    choice: fc.oneof(
      { weight: 3, arbitrary: fc.constant<DialectChoice>({}) },
      {
        weight: 2,
        arbitrary: fc.record<DialectChoice>(
          {
            delimiter: fc.constantFrom(',', ';', '\t'),
            decimal: fc.constantFrom('.', ','),
            quote: fc.constantFrom('"', "'", ''),
            comment: fc.constantFrom('#', '//', ''),
            missing: fc.constantFrom([], ['7', 'red'], ['-1']),
            header: fc.boolean(),
          },
          { requiredKeys: [] },
        ),
      },
    ),
  })
})

test('a file is read the same with its plain rows scanned and with every row cut by the tokeniser', () => {
  let read = 0
  fc.assert(
    fc.property(
      table,
      ({ header, records, delimiter, lineEnd, last, mark, encoding, pieceBytes, choice }) => {
        const lines = [...header, ...records].map((cells) => cells.join(delimiter))
        const path = scratch.write(Buffer.from(mark + lines.join(lineEnd) + last, encoding))
        const scanned = outcome(path, choice, true, pieceBytes)
        expect(scanned).toEqual(outcome(path, choice, false, 1 << 20))
        if ('rows' in scanned) read++
      },
    ),
    { numRuns: 1500 },
  )
  expect(read).toBeGreaterThan(500)
})

test.each(CASES.filter(({ content }) => typeof content !== 'symbol'))(
  '$name of the test set is read the same either way',
  (file) => {
    const path = place(scratch.path, file)
    for (const pieceBytes of [1 << 20, 34]) {
      expect(outcome(path, file.choice ?? {}, true, pieceBytes)).toEqual(
        outcome(path, file.choice ?? {}, false, 1 << 20),
      )
    }
  },
)
