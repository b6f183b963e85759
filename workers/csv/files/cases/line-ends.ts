import { numbers, reads } from '../csv-file.ts'

const columns = [numbers('a', [1, 3, 5.5]), numbers('b', [2, 4, -6])]

export const lineEnds = [
  reads('lf.csv', 'LF behind rows', 'a,b\n1,2\n3,4\n5.5,-6\n', columns),
  reads('crlf.csv', 'CRLF behind rows', 'a,b\r\n1,2\r\n3,4\r\n5.5,-6\r\n', columns),
  reads('cr.csv', 'CR behind rows', 'a,b\r1,2\r3,4\r5.5,-6\r', columns),
  reads('no-last-line-end.csv', 'a last row that is not ended', 'a,b\n1,2\n3,4\n5.5,-6', columns),
  reads(
    'no-last-crlf.csv',
    'a last row that is not ended behind CRLF',
    'a,b\r\n1,2\r\n3,4\r\n5.5,-6',
    columns,
  ),
  reads('no-last-cr.csv', 'a last row that is not ended behind CR', 'a,b\r1,2\r3,4\r5.5,-6', columns),
  reads('mixed-line-ends.csv', 'CRLF and LF in one file', 'a,b\r\n1,2\n3,4\r\n5.5,-6\n', columns),
  reads('all-line-ends.csv', 'CR, LF and CRLF in one file', 'a,b\r1,2\n3,4\r\n5.5,-6\r', columns),
  reads('many-last-line-ends.csv', 'blank lines at the end', 'a,b\n1,2\n3,4\n5.5,-6\n\n\n\n', columns),
  reads('first-blank-lines.csv', 'blank lines at the beginning', '\n\na,b\n1,2\n3,4\n5.5,-6\n', columns),
  reads(
    'dos-end.csv',
    'the Ctrl-Z with which DOS ended a text',
    'a,b\r\n1,2\r\n3,4\r\n5.5,-6\r\n\u001a',
    columns,
  ),
  reads(
    'dos-end-of-line.csv',
    'several Ctrl-Z on the last row',
    'a,b\n1,2\n3,4\n5.5,-6\u001a\u001a\u001a',
    columns,
  ),
  reads(
    'spaced-dos-end.txt',
    'Ctrl-Z behind columns between blanks',
    'a b\n1 2\n3 4\n5.5 -6\n\u001a',
    columns,
  ),
  reads('one-row.csv', 'a single row', 'a,b\n1.5,2\n', [numbers('a', [1.5]), numbers('b', [2])]),
]
