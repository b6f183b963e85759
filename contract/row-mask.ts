/** Rows of a file as bits: row r is bit r & 7 of byte r >> 3; the bits behind the last row are 0. */
export type RowMask = Uint8Array

/** A mask over so many rows with none of them in it. */
export const noRows = (rows: number): RowMask => new Uint8Array(maskBytes(rows))

export const maskBytes = (rows: number): number => Math.ceil(rows / 8)

export const hasRow = (mask: RowMask, row: number): boolean => ((mask[row >> 3] >> (row & 7)) & 1) === 1

export function addRow(mask: RowMask, row: number): void {
  mask[row >> 3] |= 1 << (row & 7)
}

/** Rows in a mask. */
export function countRows(mask: RowMask): number {
  let count = 0
  for (let i = 0; i < mask.length; i++) {
    let byte = mask[i]
    byte -= (byte >> 1) & 0x55
    byte = (byte & 0x33) + ((byte >> 2) & 0x33)
    count += (byte + (byte >> 4)) & 0x0f
  }
  return count
}

/** Calls back with each row in a mask, in rising order. */
export function eachRow(mask: RowMask, visit: (row: number) => void): void {
  for (let i = 0; i < mask.length; i++) {
    for (let byte = mask[i]; byte !== 0; byte &= byte - 1) visit(8 * i + 31 - Math.clz32(byte & -byte))
  }
}

/** Whether a mask is one over so many rows. */
export function isMaskOf(mask: RowMask, rows: number): boolean {
  return mask.length === maskBytes(rows) && (rows % 8 === 0 || mask[mask.length - 1] >> (rows % 8) === 0)
}
