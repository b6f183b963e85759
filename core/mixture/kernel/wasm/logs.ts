import { CONSTANT } from './layout.ts'
import { at, bytesOf, type Index, type Routine, type Vector } from './routine.ts'

/** From the squares of whitened rows to base-2 logarithms of their weighted density, written to `logs`; `record` begins with the offset. */
export function emitLogs(f: Routine, squares: Vector[], record: Index, logs: Index, constants: Index): void {
  const offset = f.vector()
  const factor = f.vector()
  f.spread(offset, at(record))
  f.spread(factor, at(constants, CONSTANT.halfSquare))
  squares.forEach((square, t) => {
    f.multiplyAdd(square, square, factor, offset)
    f.store(square, at(logs, t * bytesOf(square)))
  })
}
