import type { FileHandle } from 'node:fs/promises'
import type { Dataset } from '../datasets.ts'
import { createCodeUnits } from './code-units.ts'
import { formulaMarks, type Mark } from './formula-cells.ts'
import type { Splice } from './splice.ts'

/** Puts apostrophes before the person's own cells that a spreadsheet would run, as the file is copied. */
export interface SafeCopy {
  /** A promise only where the disk had to be asked. */
  row(row: number): Promise<void> | undefined
  /** What stands above or between the rows: bytes [from, to). */
  lines(from: number, to: number): Promise<void>
}

const MOST_BYTES = 1 << 20

export function createSafeCopy({ file }: Dataset, source: FileHandle, splice: Splice): SafeCopy {
  const { dialect, unit, values, rowStarts, rowEnds } = file
  const units = createCodeUnits(source, dialect.encoding)
  const suspicious = suspiciousLine(dialect.delimiter, dialect.quote)
  let current = 0
  const isNumber = (column: number) => {
    const cells = values[column]
    return cells === null || cells === undefined ? null : !Number.isNaN(cells[current])
  }

  async function put(marks: Mark[], start: number): Promise<void> {
    for (const { at, text } of marks) await splice.insert(start + at * unit, text)
  }

  function takeRow(line: string, row: number): Promise<void> | undefined {
    if (!suspicious.test(line)) return undefined
    current = row
    const marks = formulaMarks(line, dialect, isNumber)
    return marks.length === 0 ? undefined : put(marks, rowStarts[row])
  }

  async function takeLines(text: string, start: number): Promise<void> {
    for (const { 0: line, index } of text.matchAll(/[^\r\n]+/g)) {
      const mark = start + index === 0 ? byteOrderMark(line) : 0
      await put(formulaMarks(line.slice(mark), dialect, null), start + (index + mark) * unit)
    }
  }

  return {
    row(row) {
      const line = units.text(rowStarts[row], rowEnds[row])
      return typeof line === 'string' ? takeRow(line, row) : line.then((read) => takeRow(read, row))
    },
    async lines(from, to) {
      for (let at = from; at < to;) {
        const end = Math.min(at + MOST_BYTES, to)
        const text = await units.text(at, end)
        const whole = end === to ? text.length : text.lastIndexOf('\n') + 1 || text.length
        await takeLines(text.slice(0, whole), at)
        at += whole * unit
      }
    },
  }
}

/** Few lines have a cell that begins like a formula, and most of those that do hold a negative number. */
function suspiciousLine(delimiter: string, quote: string): RegExp {
  const marks = [delimiter, quote].filter((mark) => mark !== '').map((mark) => `\\${mark}`)
  return new RegExp(`(?:^|${marks.join('|')})[=+\\-@\\t\\r]`)
}

function byteOrderMark(line: string): number {
  if (line.startsWith('\ufeff')) return 1
  return line.startsWith('\u00ef\u00bb\u00bf') ? 3 : 0
}
