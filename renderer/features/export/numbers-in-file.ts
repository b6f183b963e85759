/**
 * What to know about the numbers in a file, which count clusters by decreasing weight, where those on the screen (0-based, one
 * per component) are others: nothing where they are the same.
 */
export function numbersInFile(numbers: readonly number[]): string {
  const other = numbers.flatMap((number, component) => (number === component ? [] : [[component, number]]))
  if (other.length === 0) return ''
  const [shown, left] = [other.slice(0, MOST), other.length - MOST]
  const pairs = shown.map(([component = 0, number = 0]) => `${component + 1} is ${number + 1} here`)
  const more = left > 0 ? `, and so on for ${left} more` : ''
  return `Files count clusters by weight: ${pairs.join(', ')}${more}.`
}

const MOST = 8
