import { lines, numbers, reads, words } from '../csv-file.ts'
import { encode } from '../encode.ts'

const text = lines('größe;town', '1,5;Zürich', '2,25;Łódź', '-3;Paris')
const latin = lines('größe;town', '1,5;Zürich', '2,25;Málaga', '-3;Paris')
const columns = [numbers('größe', [1.5, 2.25, -3]), words('town')]
const guessed = { warnings: ['encoding-guessed'] }
const many = Array.from({ length: 400 }, (_, i) => `${(i * 7) % 401},word`)
const manyNumbers = Array.from({ length: 400 }, (_, i) => (i * 7) % 401)

export const encodings = [
  reads('utf-8.csv', 'UTF-8', encode(text, 'utf-8'), columns, { dialect: { encoding: 'utf-8' } }),
  reads('utf-8-mark.csv', 'UTF-8 with a byte order mark', encode(text, 'utf-8 with a mark'), columns, {
    dialect: { encoding: 'utf-8' },
  }),
  reads('utf-16le.csv', 'UTF-16 LE', encode(text, 'utf-16le'), columns, {
    dialect: { encoding: 'utf-16le' },
  }),
  reads('utf-16be.csv', 'UTF-16 BE', encode(text, 'utf-16be'), columns, {
    dialect: { encoding: 'utf-16be' },
  }),
  reads(
    'utf-16le-bare.csv',
    'UTF-16 LE without a byte order mark',
    encode('height,width\n1.5,2\n2.5,3\n', 'utf-16le bare'),
    [numbers('height', [1.5, 2.5]), numbers('width', [2, 3])],
    { dialect: { encoding: 'utf-16le' } },
  ),
  reads(
    'utf-16be-bare.csv',
    'UTF-16 BE without a byte order mark',
    encode('height,width\n1.5,2\n2.5,3\n', 'utf-16be bare'),
    [numbers('height', [1.5, 2.5]), numbers('width', [2, 3])],
    { dialect: { encoding: 'utf-16be' } },
  ),
  reads(
    'utf-16-tabs-trust.txt',
    'tabs and decimal commas in UTF-16, as spreadsheets write “Unicode text”',
    encode('a\tb\r\n0,435\t1\r\n0,6\t3\r\n12,25\t2\r\n', 'utf-16le'),
    [numbers('a', [0.435, 0.6, 12.25]), numbers('b', [1, 3, 2])],
    { dialect: { encoding: 'utf-16le', delimiter: '\t', decimal: ',' } },
  ),
  reads(
    'utf-16be-crlf-quotes.csv',
    'UTF-16 BE with CRLF and quoted line ends',
    encode('note,a\r\n"two\r\nlines",1.5\r\nx,2\r\n', 'utf-16be'),
    [words('note'), numbers('a', [1.5, 2])],
  ),
  reads('windows-1252.csv', 'Windows-1252', encode(latin, 'windows-1252'), columns, {
    ...guessed,
    dialect: { encoding: 'windows-1252' },
  }),
  reads(
    'windows-1252-marks.csv',
    'quotes, dashes and euro signs of Windows-1252',
    encode(lines('price (€),note', '1.5,“a”', '2.5,b – c', '4,d’s'), 'windows-1252'),
    [numbers('price (€)', [1.5, 2.5, 4]), words('note')],
    { ...guessed, dialect: { encoding: 'windows-1252' } },
  ),
  reads('windows-1252-chosen.csv', 'Windows-1252 that was chosen', encode(latin, 'windows-1252'), columns, {
    choice: { encoding: 'windows-1252' },
  }),
  reads(
    'windows-1252-late.csv',
    'a byte that is not UTF-8 far down the file',
    encode(lines('n,größe', ...many, '6,café'), 'windows-1252'),
    [numbers('n', [...manyNumbers, 6]), words('größe')],
    { ...guessed, dialect: { encoding: 'windows-1252' } },
  ),
  reads(
    'utf-8-late.csv',
    'the first character beyond ASCII far down the file',
    encode(lines('n,word', ...many, '6,café'), 'utf-8'),
    [numbers('n', [...manyNumbers, 6]), words('word')],
    { dialect: { encoding: 'utf-8' } },
  ),
  reads(
    'utf-8-broken.csv',
    'bytes that are not UTF-8 where the person said UTF-8',
    encode(lines('a,b', '1,café', '2,thé'), 'windows-1252'),
    [numbers('a', [1, 2]), words('b')],
    { choice: { encoding: 'utf-8' }, warnings: ['encoding'], dialect: { encoding: 'utf-8' } },
  ),
  reads(
    'utf-8-mark-quoted.csv',
    'a byte order mark before a quoted name',
    encode(lines('"a","b"', '"1,5","2"', '"2,5","7"'), 'utf-8 with a mark'),
    [numbers('a', [1.5, 2.5]), numbers('b', [2, 7])],
  ),
  reads(
    'beyond-the-first-plane.csv',
    'characters of two UTF-16 units in names and cells',
    encode(lines('😀,b', '1.5,𝔵', '2.5,y'), 'utf-16le'),
    [numbers('😀', [1.5, 2.5]), words('b')],
  ),
]
