import { describe, expect, it } from 'vitest'
import type { ColumnProfile, DatasetSummary } from '../../contract/views.ts'
import { chooseColumn, chooseColumns } from './columns.ts'

const column = (index: number, name: string, use = true, original = name) =>
  ({ index, name, original, use, reason: use ? '' : 'text' }) as ColumnProfile
const columns = [column(0, 'id', false), column(1, 'x'), column(2, 'y', true, ' Y'), column(3, '#2')]
const file = { file: 'a.csv', columns } as DatasetSummary

describe('the columns to cluster on', () => {
  it.each([
    ['those that suggest themselves', null, [1, 2, 3]],
    ['names', 'y,x', [2, 1]],
    ['names as the file writes them', 'Y', [2]],
    ['positions from 1', '#1,#3', [0, 2]],
    ['a name before a position that looks the same', '#2', [3]],
  ])('are %s', (_, list, chosen) => {
    const here = list === 'Y' ? { ...file, columns: [column(2, 'y', true, 'Y')] } : file
    expect(chooseColumns(here, list, [])).toEqual(chosen)
  })

  it('leave out those that are there for something else, unless they are named', () => {
    expect(chooseColumns(file, null, [2])).toEqual([1, 3])
    expect(chooseColumns(file, 'x,y', [2])).toEqual([1, 2])
    expect(chooseColumn(file, '--weights', 'y')).toBe(2)
    expect(() => chooseColumn(file, '--weights', 'w')).toThrowError(/^--weights: there is no column “w”/)
  })

  it('that are not there are refused with those that are', () => {
    expect(() => chooseColumns(file, 'z', [])).toThrowError(
      'there is no column “z”. The file has id, x, y, #2.',
    )
    expect(() => chooseColumns(file, '#9', [])).toThrowError(/no column “#9”/)
  })

  it('with a comma in the name are refused with the position to give instead', () => {
    const here = { ...file, columns: [...columns, column(4, 'height, cm')] }
    expect(() => chooseColumns(here, 'x,height, cm', [])).toThrowError(
      /no column “height”.* “height, cm” has a comma in its name: give its position, #5\.$/,
    )
    expect(chooseColumns(here, 'x,#5', [])).toEqual([1, 4])
  })

  it('have to be named where none suggests itself', () => {
    expect(() => chooseColumns({ ...file, columns: columns.slice(0, 1) }, null, [])).toThrowError(
      /name some with --columns. id: text/,
    )
  })
})
