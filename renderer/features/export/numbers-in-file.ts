import { plural } from '../../format/plural.ts'

/**
 * What to know about the numbers in a file, which count clusters by decreasing weight, where those on the screen (0-based, one
 * per component) are others: nothing where they are the same.
 */
export function numbersInFile(numbers: readonly number[]): string {
  const pairs = otherNumbers(numbers)
  return pairs === '' ? '' : `Files count clusters by weight: ${pairs}.`
}

/** The same of merged clusters, of each of which the number is that of its head. */
export function mergedNumbersInFile(numbers: readonly number[], heads: readonly number[]): string {
  const pairs = otherNumbers(heads.map((head) => numbers[head] ?? head))
  const clusters = plural(heads.length, 'merged cluster')
  return `with merged_cluster: ${clusters}${pairs === '' ? '' : `, by weight: ${pairs}`}`
}

function otherNumbers(numbers: readonly number[]): string {
  const other = numbers.flatMap((number, at) => (number === at ? [] : [[at, number]]))
  const [shown, left] = [other.slice(0, MOST), other.length - MOST]
  const pairs = shown.map(([at = 0, number = 0]) => `${at + 1} is ${number + 1} here`)
  return `${pairs.join(', ')}${left > 0 ? `, and so on for ${left} more` : ''}`
}

const MOST = 8
