import { closeSync, openSync, writeSync } from 'node:fs'

export const COLUMNS = 8
const PIECE = 1 << 20

/** Numbers as measured (two to five decimals) or as computed (17 digits). */
export type Digits = 'short' | 'long'

/** Writes a table of numbers under a header, the same bytes for the same request everywhere. */
export function writeRows(path: string, rows: number, digits: Digits, lineEnd = '\n'): void {
  const next = sequence()
  const file = openSync(path, 'w')
  let text = Array.from({ length: COLUMNS }, (_, column) => `x${column + 1}`).join(',') + lineEnd
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < COLUMNS; column++) {
      text += digits === 'short' ? short(next, column) : String(next() * 100 - 50 + next() * 1e-9)
      text += column < COLUMNS - 1 ? ',' : lineEnd
    }
    if (text.length < PIECE) continue
    writeSync(file, text)
    text = ''
  }
  writeSync(file, text)
  closeSync(file)
}

function short(next: () => number, column: number): string {
  return ((next() * 2000 - 1000) * (column % 2 === 0 ? 10 : 1)).toFixed((column % 4) + 2)
}

/** From 0 to 1, by a linear congruence (Knuth 1997, from Numerical Recipes). */
function sequence(): () => number {
  let state = 12345
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0
    return (state >>> 0) / 2 ** 32
  }
}
