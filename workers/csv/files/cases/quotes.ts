import { lines, numbers, reads, refuses, words } from '../csv-file.ts'

const size = numbers('size', [1.5, 2.5, 4])

export const quotes = [
  reads(
    'quoted-delimiter.csv',
    'a delimiter inside quotes',
    lines('name,size', '"Smith, J",1.5', '"Doe, A",2.5', 'Cher,4'),
    [words('name'), size],
  ),
  reads(
    'quoted-newline.csv',
    'line ends inside quotes',
    lines('note,size', '"two\nlines",1.5', '"three\n\nlines",2.5', 'one,4'),
    [words('note'), size],
  ),
  reads(
    'quoted-crlf.csv',
    'CRLF inside quotes and behind rows',
    'note,size\r\n"two\r\nlines",1.5\r\nx,2.5\r\n"\r\n",4\r\n',
    [words('note'), size],
  ),
  reads(
    'quoted-lf-in-crlf.csv',
    'LF inside quotes where rows end with CRLF',
    'note,size\r\n"two\nlines",1.5\r\nx,2.5\r\ny,4\r\n',
    [words('note'), size],
  ),
  reads(
    'quoted-cr-in-lf.csv',
    'CR inside quotes where rows end with LF',
    'note,size\n"two\rlines",1.5\nx,2.5\ny,4\n',
    [words('note'), size],
  ),
  reads(
    'doubled-quotes.csv',
    'doubled quotes',
    lines('note,size', '"a ""quoted"" word",1.5', '"""",2.5', '"""x""",4'),
    [words('note'), size],
  ),
  reads(
    'all-quoted.csv',
    'every cell in quotes',
    lines('"name","size"', '"x","1.5"', '"y","2.5"', '"x","4"'),
    [words('name'), size],
  ),
  reads(
    'header-over-two-lines.csv',
    'a name over two lines',
    lines('"size\n(mm)",count', '1.5,7', '2.5,9', '4,3'),
    [numbers('size\n(mm)', [1.5, 2.5, 4]), numbers('count', [7, 9, 3])],
  ),
  reads(
    'header-with-delimiter.csv',
    'a name with the delimiter in it',
    lines('"size, mm",count', '1.5,7', '2.5,9', '4,3'),
    [numbers('size, mm', [1.5, 2.5, 4]), numbers('count', [7, 9, 3])],
  ),
  reads(
    'single-quotes.csv',
    'single quotes that were chosen',
    lines('name,size', "'Smith, J',1.5", "'O''Neil',2.5", 'Cher,4'),
    [words('name'), size],
    { choice: { quote: "'" }, dialect: { quote: "'" } },
  ),
  reads(
    'no-quotes.csv',
    'quotes as mere characters where the person says that none quote',
    lines('name,size', '"x,1.5', 'y",2.5', '"z,4'),
    [words('name'), size],
    { choice: { quote: '' }, dialect: { quote: '' } },
  ),
  reads(
    'inches.csv',
    'a quote inside a cell that does not begin with one',
    lines('pipe,size', '5" pipe,1.5', '6" pipe,2.5', 'hose,4'),
    [words('pipe'), size],
  ),
  reads(
    'malformed-quotes.csv',
    'quotes inside quotes that are not doubled',
    lines('pipe,size', 'x,1.5', '"5" pipe",2.5', '"6" pipe",4'),
    [words('pipe'), size],
    { warnings: [{ code: 'malformed-quotes', line: 3, count: 2 }] },
  ),
  reads(
    'quoted-nothing.csv',
    'nothing and blanks in quotes as missing',
    lines('size,count', '"",7', '" ",9', '4,""', '6,11'),
    [numbers('size', [null, null, 4, 6]), numbers('count', [7, 9, null, 11])],
  ),
  reads(
    'quoted-blanks-around.csv',
    'blanks around numbers in quotes',
    lines('size,count', '" 1.5 ",7', '"2.5 ",9', '" 4",3'),
    [size, numbers('count', [7, 9, 3])],
  ),
  reads(
    'quoted-last-cell.csv',
    'a quoted cell at the very end of the file',
    'size,note\n1.5,x\n2.5,y\n4,"z"',
    [size, words('note')],
  ),
  reads(
    'quote-then-comma-decimal.csv',
    'numbers with decimal commas in quotes between commas',
    lines('size,count', '"1,5",7', '"2,5",9', '4,3'),
    [size, numbers('count', [7, 9, 3])],
  ),
  refuses(
    'unclosed-quote.csv',
    'a quote that swallows the file',
    lines('name,size', 'x,1.5', '"y,2.5', ...Array.from({ length: 50 }, (_, i) => `z,${i}`)),
    'file-unreadable',
    { line: 3, words: /quote/ },
  ),
  refuses(
    'unclosed-quote-at-the-end.csv',
    'a quote that opens in the last row',
    lines('name,size', 'x,1.5', 'y,2.5', '"z,4'),
    'file-unreadable',
    { line: 4, words: /quote/ },
  ),
]
