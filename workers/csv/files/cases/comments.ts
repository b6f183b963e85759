import { lines, numbers, reads, words } from '../csv-file.ts'

const columns = [numbers('a', [1.5, 2.5, -3]), numbers('b', [10, 30, 20])]
const said = (count: number, line: number) => ({
  warnings: [{ code: 'comment-lines', count, line }],
  commentLines: count,
  dialect: { comment: '#' },
})

export const comments = [
  reads(
    'comments-above.csv',
    'comment lines above the header',
    lines('# measured in 1985', '# by hand, twice', 'a,b', '1.5,10', '2.5,30', '-3,20'),
    columns,
    said(2, 1),
  ),
  reads(
    'comments-between.csv',
    'comment lines between the rows',
    lines('a,b', '1.5,10', '# a pause, of a week', '2.5,30', '-3,20'),
    columns,
    said(1, 3),
  ),
  reads(
    'comments-below.csv',
    'a comment line behind the rows',
    lines('a,b', '1.5,10', '2.5,30', '-3,20', '# end'),
    columns,
    said(1, 5),
  ),
  reads(
    'comments-everywhere.csv',
    'comment lines everywhere, with CRLF',
    '# top\r\na,b\r\n# under the names\r\n1.5,10\r\n2.5,30\r\n#\r\n-3,20\r\n# end\r\n',
    columns,
    said(4, 1),
  ),
  reads(
    'comments-with-quotes.csv',
    'comment lines with a single quote',
    lines('# 5" pipes', 'a,b', '1.5,10', '2.5,30', '# the "last one', '-3,20'),
    columns,
    said(2, 1),
  ),
  reads(
    'comments-in-tabs.tsv',
    'comment lines in a table with tabs',
    lines('# a\tb\tc', 'a\tb', '1.5\t10', '2.5\t30', '-3\t20'),
    columns,
    said(1, 1),
  ),
  reads(
    'comment-mark-chosen.csv',
    'the comment mark that was chosen',
    lines('a,b', '1.5,10', '// a pause', '2.5,30', '-3,20'),
    columns,
    {
      choice: { comment: '//' },
      warnings: [{ code: 'comment-lines', count: 1, line: 3 }],
      commentLines: 1,
      dialect: { comment: '//' },
    },
  ),
  reads(
    'comment-mark-denied.csv',
    'lines with # as rows where the person says that no line is a comment',
    lines('tag,a', '#1,1.5', '#2,2.5', '#3,-3'),
    [words('tag'), numbers('a', [1.5, 2.5, -3])],
    { choice: { comment: '' }, commentLines: 0, dialect: { comment: '' } },
  ),
  reads(
    'number-signs-in-cells.csv',
    'number signs inside cells as what they are',
    lines('a,tag', '1.5,#1', '2.5,x # y', '-3,#'),
    [numbers('a', [1.5, 2.5, -3]), words('tag')],
    { commentLines: 0 },
  ),
  reads(
    'number-signs-in-quotes.csv',
    'a quoted cell that begins with a number sign as a cell',
    lines('tag,a', '"#1",1.5', '"#2",2.5', '"#3",-3'),
    [words('tag'), numbers('a', [1.5, 2.5, -3])],
    { commentLines: 0 },
  ),
  reads(
    'number-sign-inside-quoted-lines.csv',
    'a line inside quotes that begins with a number sign as part of its cell',
    lines('# top', 'note,a', '"x', '# y",1.5', 'z,2.5', 'z,-3'),
    [words('note'), numbers('a', [1.5, 2.5, -3])],
    said(1, 1),
  ),
]
