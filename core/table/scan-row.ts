import type { Body } from '../mixture/kernel/wasm/bytes.ts'
import {
  call,
  give,
  int,
  program,
  routine,
  when,
  whilst,
  type Code,
  type Local,
} from './scan-instructions.ts'
import { FOUND, type ScanLayout } from './scan-layout.ts'

/** In the place of a shape: the cell has no character. */
export const EMPTY_CELL = -1
/** In the place of a shape: the cell is to be read as text, from its start to its end. */
export const TEXT_CELL = -2
/** In the place of a column's mark: all its cells are wanted as text. */
export const NO_NUMBERS = -1

/** The bytes that cut rows; −1 for those that are not used. */
export interface CuttingBytes {
  delimiter: number
  quote: number
  comment: number
}

/** The functions of a scanner's module, by number. */
export const ROUTINE = { number: 0, text: 1, row: 2, scan: 3 } as const

const LF = 10
const CR = 13
const NOT_HERE = give(int.of(-1))
const is = (byte: Local, value: number): Code => int.equal(byte.get, int.of(value))

/** text(start): the end of a cell that may hold anything but quotes; −1 where it holds one. */
export function textRoutine({ delimiter, quote }: CuttingBytes): Body {
  return routine('text', 1, (local, place) => {
    const byte = local('index')
    return whilst(
      int.of(1),
      program(
        byte.set(int.loadByte(place.get, 0)),
        when(int.or(is(byte, delimiter), int.or(is(byte, LF), is(byte, CR))), give(place.get)),
        when(is(byte, quote), NOT_HERE),
        place.set(int.add(place.get, int.of(1))),
      ),
    )
  })
}

/** row(start, row): the place behind the row's line end, or −1 where somebody else must cut it. */
export function rowRoutine(layout: ScanLayout, { delimiter, comment }: CuttingBytes): Body {
  const { width, capacity, marks } = layout
  return routine('row', 2, (local, start, row) => {
    const [place, end, column, cell, mark, byte] = Array.from({ length: 6 }, () => local('index'))
    const put = (offset: number, value: Code) => int.store(int.multiply(cell.get, int.of(4)), offset, value)
    const asText = program(
      end.set(call(ROUTINE.text, place.get)),
      when(int.less(end.get, int.of(0)), NOT_HERE),
      // A line of blanks is no row, and a table of one column has no delimiter to tell it by.
      width === 1 ? NOT_HERE : [],
      put(layout.shapes, int.of(TEXT_CELL)),
      when(int.equal(end.get, place.get), put(layout.shapes, int.of(EMPTY_CELL))),
    )
    const readCell = program(
      put(layout.starts, place.get),
      mark.set(int.load(int.multiply(column.get, int.of(4)), marks)),
      end.set(place.get),
      when(
        int.differ(mark.get, int.of(NO_NUMBERS)),
        end.set(call(ROUTINE.number, place.get, cell.get, mark.get)),
      ),
      when(int.equal(end.get, place.get), asText),
      put(layout.ends, end.get),
      place.set(int.add(end.get, int.of(1))),
      column.set(int.add(column.get, int.of(1))),
      cell.set(int.add(cell.get, int.of(capacity))),
      byte.set(int.loadByte(end.get, 0)),
      when(int.and(int.less(column.get, int.of(width)), int.differ(byte.get, int.of(delimiter))), NOT_HERE),
    )
    return program(
      when(int.equal(int.loadByte(start.get, 0), int.of(comment)), NOT_HERE),
      place.set(start.get),
      column.set(int.of(0)),
      cell.set(row.get),
      whilst(int.less(column.get, int.of(width)), readCell),
      when(
        is(byte, CR),
        program(byte.set(int.loadByte(place.get, 0)), place.set(int.add(place.get, int.of(1)))),
      ),
      when(int.differ(byte.get, int.of(LF)), NOT_HERE),
      int.store(int.multiply(row.get, int.of(4)), layout.rowStarts, start.get),
      int.store(int.multiply(row.get, int.of(4)), layout.rowEnds, end.get),
      give(place.get),
    )
  })
}

/** scan(from, to): the place behind the rows found; their number is put down. */
export function scanRoutine({ capacity }: ScanLayout): Body {
  return routine('scan', 2, (local, place, to) => {
    const [rows, next] = [local('index'), local('index')]
    const put = int.store(int.of(FOUND), 0, rows.get)
    return program(
      rows.set(int.of(0)),
      whilst(
        int.and(int.less(rows.get, int.of(capacity)), int.less(place.get, to.get)),
        program(
          next.set(call(ROUTINE.row, place.get, rows.get)),
          when(int.less(next.get, int.of(0)), program(put, give(place.get))),
          place.set(next.get),
          rows.set(int.add(rows.get, int.of(1))),
        ),
      ),
      put,
      give(place.get),
    )
  })
}
