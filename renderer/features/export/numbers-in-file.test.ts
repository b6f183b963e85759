import { expect, it } from 'vitest'
import { mergedNumbersInFile, numbersInFile } from './numbers-in-file.ts'

it('numbers in a file are said where they are not those on the screen', () => {
  expect(numbersInFile([0, 1, 2])).toBe('')
  expect(numbersInFile([1, 0, 2])).toBe('Files count clusters by weight: 1 is 2 here, 2 is 1 here.')
})

it('of many numbers the first are said', () => {
  const said = numbersInFile(Array.from({ length: 20 }, (_, k) => k + 1))
  expect(said).toMatch(/: 1 is 2 here, .*8 is 9 here, and so on for 12 more\.$/)
})

it('of merged clusters the file says which are added, and which is which here', () => {
  expect(mergedNumbersInFile([0, 1, 2], [0, 1])).toBe('with merged_cluster: 2 merged clusters')
  expect(mergedNumbersInFile([0, 3, 2], [2, 1])).toBe(
    'with merged_cluster: 2 merged clusters, by weight: 1 is 3 here, 2 is 4 here',
  )
})
