import { describe, expect, it } from 'vitest'
import type { ColumnProfile, DatasetSummary } from '../../contract/views.ts'
import { rowsText } from './rows-text.ts'

const summary = (rejectedBy: ColumnProfile['rejectedBy'], lines = 0, ticked = true) =>
  ({
    rows: 1200,
    rejectedCells: Object.values(rejectedBy).reduce((sum, number) => sum + number, 0),
    blankLines: lines,
    commentLines: lines,
    columns: [
      { rejectedBy, use: ticked },
      { rejectedBy: {}, use: false },
    ],
  }) as unknown as DatasetSummary

describe('what became of the rows', () => {
  it('is one line each for rows and cells where nothing was lost', () => {
    expect(rowsText(summary({}), 1200)).toBe('1,200 rows read; 1,200 used by default\n0 cells rejected\n')
  })

  it('tells rejected cells by reason, and lines that are no rows', () => {
    expect(rowsText(summary({ text: 3, 'other-format': 1 }, 1), 1196)).toBe(
      '1,200 rows read; 1,196 used by default, 4 without a number in a column that is used\n' +
        '4 cells rejected: 3 text, 1 written in another way than the rest of the column\n' +
        '1 blank line left out\n1 comment line left out\n',
    )
  })

  it('says so where no column is ticked', () => {
    expect(rowsText(summary({}, 0, false), null)).toMatch(/no column suggests itself/)
  })
})
