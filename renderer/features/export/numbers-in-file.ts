import { say } from '../../../contract/words/say.ts'

/**
 * What to know about the numbers in a file, which count clusters by decreasing weight, where those on the screen (0-based, one
 * per component) are others: nothing where they are the same.
 */
export function numbersInFile(numbers: readonly number[]): string {
  const pairs = otherNumbers(numbers)
  return pairs === '' ? '' : say('Files count clusters by weight: {pairs}.', { pairs })
}

/** The same of merged clusters, of each of which the number is that of its head. */
export function mergedNumbersInFile(numbers: readonly number[], heads: readonly number[]): string {
  const pairs = otherNumbers(heads.map((head) => numbers[head] ?? head))
  const clusters = heads.length
  return pairs === ''
    ? say('with merged_cluster: {clusters, plural, one {# merged cluster} other {# merged clusters}}', {
        clusters,
      })
    : say(
        'with merged_cluster: {clusters, plural, one {# merged cluster} other {# merged clusters}}, by weight: {pairs}',
        { clusters, pairs },
      )
}

function otherNumbers(numbers: readonly number[]): string {
  const other = numbers.flatMap((number, at) => (number === at ? [] : [[at, number]]))
  const [shown, left] = [other.slice(0, MOST), other.length - MOST]
  const pairs = shown
    .map(([at = 0, number = 0]) => say('{file} is {screen} here', { file: at + 1, screen: number + 1 }))
    .join(', ')
  return left > 0 ? say('{pairs}, and so on for {left} more', { pairs, left }) : pairs
}

const MOST = 8
