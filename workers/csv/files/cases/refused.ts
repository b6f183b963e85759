import { FOLDER, lines, NOTHING, refuses } from '../csv-file.ts'
import { encode } from '../encode.ts'

const hex = (text: string) => Buffer.from(text, 'hex')
const zip = Buffer.concat([
  hex('504b030414000000080000002100'),
  Buffer.alloc(40, 7),
  Buffer.from('xl/workbook.xml'),
])

export const refused = [
  refuses('empty.csv', 'an empty file', '', 'file-empty'),
  refuses('blank.csv', 'a file of blank lines', '\n  \r\n\t\n\n', 'file-empty'),
  refuses('mark-only.csv', 'a file of nothing but a byte order mark', '\ufeff', 'file-empty'),
  refuses(
    'mark-only-utf-16.csv',
    'a file of nothing but the mark of UTF-16',
    encode('', 'utf-16le'),
    'file-empty',
  ),
  refuses('comments-only.csv', 'a file of nothing but comments', lines('# nothing', '# yet'), 'file-empty', {
    choice: { comment: '#' },
  }),
  refuses('header-only.csv', 'a file with names and no rows', 'height,weight\n', 'file-header-only'),
  refuses(
    'header-only-open.csv',
    'a file with names that are not ended',
    'height,weight',
    'file-header-only',
  ),
  refuses(
    'header-only-crlf.csv',
    'a file with names and blank lines',
    'height,weight\r\n\r\n\r\n',
    'file-header-only',
  ),
  refuses(
    'header-only-utf-16.csv',
    'a file in UTF-16 with names and no rows',
    encode('a;b\r\n', 'utf-16le'),
    'file-header-only',
  ),
  refuses(
    'words-only.csv',
    'a file of words',
    lines('name,town', 'Ada,London', 'Emmy,Erlangen'),
    'no-numeric-column',
  ),
  refuses(
    'one-column-of-words.csv',
    'one column of words',
    lines('name', 'Ada', 'Emmy'),
    'no-numeric-column',
  ),
  refuses(
    'dates-only.csv',
    'a file of dates',
    lines('from,to', '2024-01-31,2024-02-01', '2024-03-31,2024-04-01'),
    'no-numeric-column',
  ),
  refuses(
    'missing-only.csv',
    'a file of missing cells',
    lines('a,b', 'NA,', ',?', '-,.'),
    'no-numeric-column',
  ),
  refuses(
    'prose.txt',
    'a text in sentences',
    lines('It was a dark and stormy night.', 'The rain fell in torrents.', 'Nothing else.'),
    'no-numeric-column',
  ),
  refuses('document.csv', 'a PDF', '%PDF-1.7\n%\u00e2\u00e3\n1 0 obj\n', 'file-binary', { words: /PDF/ }),
  refuses('workbook.csv', 'an Excel workbook', zip, 'file-binary', { words: /Excel|ZIP/ }),
  refuses('archive.csv', 'a ZIP archive', hex('504b03040a0000000000'), 'file-binary', { words: /ZIP/ }),
  refuses(
    'empty-archive.csv',
    'an empty ZIP archive',
    hex('504b0506000000000000000000000000000000000000'),
    'file-binary',
  ),
  refuses('old-workbook.csv', 'an old Excel workbook', hex('d0cf11e0a1b11ae1000000000000'), 'file-binary', {
    words: /Excel/,
  }),
  refuses('picture.csv', 'a PNG picture', hex('89504e470d0a1a0a0000000d49484452'), 'file-binary', {
    words: /PNG/,
  }),
  refuses('photo.csv', 'a JPEG picture', hex('ffd8ffe000104a464946'), 'file-binary', { words: /JPEG/ }),
  refuses('columns.csv', 'a Parquet file', 'PAR1\u0015\u0004\u0015', 'file-binary', { words: /Parquet/ }),
  refuses('arrow.csv', 'an Arrow file', 'ARROW1\u0000\u0000', 'file-binary', { words: /Arrow/ }),
  refuses('database.csv', 'an SQLite database', 'SQLite format 3\u0000', 'file-binary', { words: /SQLite/ }),
  refuses('zstandard.csv', 'a file packed in another way', hex('28b52ffd0458'), 'file-binary', {
    words: /Zstandard/,
  }),
  refuses('zero-bytes.csv', 'a file with zero bytes', hex('612c620a0001020300ff'), 'file-binary'),
  refuses(
    'one-zero-byte.csv',
    'a table with one zero byte in it',
    'a,b\n1,2\n3,\u00004\n5,6\n',
    'file-binary',
  ),
  refuses('page.csv', 'a web page', '<!DOCTYPE html>\n<html><body>1,2</body></html>\n', 'file-unreadable', {
    words: /web page|HTML/,
  }),
  refuses(
    'page-bare.csv',
    'a web page without a declaration',
    '\n  <html>\n<body>1,2</body></html>\n',
    'file-unreadable',
  ),
  refuses('objects.csv', 'a JSON document', '[{"a": 1}, {"a": 2}]\n', 'file-unreadable', { words: /JSON/ }),
  refuses('object.csv', 'a JSON object', '{"a": [1, 2],\n "b": 3}\n', 'file-unreadable', { words: /JSON/ }),
  refuses(
    'elements.csv',
    'an XML document',
    '<?xml version="1.0"?>\n<rows><row a="1"/></rows>\n',
    'file-unreadable',
    { words: /XML/ },
  ),
  refuses('folder.csv', 'a folder', FOLDER, 'file-is-directory'),
  refuses('nowhere.csv', 'a file that is not there', NOTHING, 'file-missing'),
]
