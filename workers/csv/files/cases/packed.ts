import { gzipSync } from 'node:zlib'
import { lines, numbers, reads, refuses, words } from '../csv-file.ts'
import { encode } from '../encode.ts'

const text = lines('a;b', '1,5;10', '2,5;30', '-3;20')
const columns = [numbers('a', [1.5, 2.5, -3]), numbers('b', [10, 30, 20])]
const packed = gzipSync(text)
const gzip = { compression: 'gzip' } as const
const long = gzipSync(
  lines('a,b', ...Array.from({ length: 5000 }, (_, i) => `${(i * 7919) % 5003}.5,${i % 11}`)),
)

/** The same bytes with one of them changed. */
function broken(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes)
  copy[at] ^= 0xff
  return copy
}

export const packedFiles = [
  reads('packed.csv.gz', 'a packed file', packed, columns, gzip),
  reads('packed-by-content.csv', 'a packed file whose name does not say so', packed, columns, gzip),
  reads('packed-utf-16.csv.gz', 'a packed file in UTF-16', gzipSync(encode(text, 'utf-16le')), columns, gzip),
  reads(
    'packed-windows-1252.csv.gz',
    'a packed file in Windows-1252',
    gzipSync(encode(lines('a;größe', '1,5;café', '2,5;thé'), 'windows-1252')),
    [numbers('a', [1.5, 2.5]), words('größe')],
    { ...gzip, warnings: ['encoding-guessed'] },
  ),
  reads(
    'packed-in-parts.csv.gz',
    'a file packed in two parts, one behind the other',
    Buffer.concat([gzipSync(text.slice(0, 9)), gzipSync(text.slice(9))]),
    columns,
    gzip,
  ),
  reads(
    'packed-crlf.csv.gz',
    'a packed file with CRLF',
    gzipSync(text.replaceAll('\n', '\r\n')),
    columns,
    gzip,
  ),
  reads('named-packed.csv.gz', 'a text that is named as if it were packed', text, columns),
  refuses(
    'packed-truncated.csv.gz',
    'a packed file that was cut off',
    packed.subarray(0, packed.length - 12),
    'file-unreadable',
  ),
  refuses(
    'packed-cut-long.csv.gz',
    'a longer packed file that was cut in half',
    long.subarray(0, long.length >> 1),
    'file-unreadable',
  ),
  refuses(
    'packed-head-only.csv.gz',
    'the first bytes of a packed file',
    packed.subarray(0, 4),
    'file-unreadable',
  ),
  refuses(
    'packed-broken.csv.gz',
    'a packed file with a wrong byte',
    broken(long, long.length >> 1),
    'file-unreadable',
  ),
  refuses(
    'packed-wrong-sum.csv.gz',
    'a packed file whose check sum is wrong',
    broken(packed, packed.length - 6),
    'file-unreadable',
  ),
  refuses('packed-nothing.csv.gz', 'a packed file of nothing', gzipSync(''), 'file-empty'),
  refuses('packed-header-only.csv.gz', 'a packed file of names alone', gzipSync('a,b\n'), 'file-header-only'),
  refuses('packed-pdf.csv.gz', 'a packed PDF', gzipSync('%PDF-1.7\n1 0 obj'), 'file-binary', {
    words: /PDF/,
  }),
  refuses('packed-twice.csv.gz.gz', 'a file packed twice', gzipSync(packed), 'file-binary', {
    words: /gzip/,
  }),
]
