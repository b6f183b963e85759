/** A number at three digits, as plainly as it can be written. */
export function short(value: number): string {
  const rounded = Number(value.toPrecision(3))
  return String(rounded).replace('-', '−')
}

export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

/** a, b and c */
export function listed(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`
}

const UNITS = ['bytes', 'KB', 'MB', 'GB', 'TB']

/** Bytes in the largest unit of which there is at least one. */
export function bytesText(bytes: number): string {
  const power = bytes < 1 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log2(bytes) / 10))
  const size = bytes / 2 ** (10 * power)
  return `${power === 0 || size >= 10 ? Math.round(size) : size.toFixed(1)} ${UNITS[power]}`
}
