/** What the first bytes of a file say about it. */
export type ByteKind =
  | { kind: 'text'; encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | null; bom: number }
  /** `what` names the kind of file, with its article. */
  | { kind: 'binary'; what: string }

/** Signatures at a place (0 where none is given); `loose` ones could begin a text, so a control character must be near. */
const MAGIC: readonly { what: string; bytes: string; at?: number; loose?: true }[] = [
  { what: 'a PDF document', bytes: '%PDF-' },
  {
    what: 'an old Excel workbook or another Office document',
    bytes: '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1',
  },
  { what: 'a PNG picture', bytes: '\u0089PNG' },
  { what: 'a JPEG picture', bytes: '\u00ff\u00d8\u00ff' },
  { what: 'a GIF picture', bytes: 'GIF8', loose: true },
  { what: 'a TIFF picture', bytes: 'II*\0' },
  { what: 'a TIFF picture', bytes: 'MM\0*' },
  { what: 'a Parquet file', bytes: 'PAR1', loose: true },
  { what: 'an Arrow file', bytes: 'ARROW1', loose: true },
  { what: 'a Feather file', bytes: 'FEA1', loose: true },
  { what: 'an ORC file', bytes: 'ORC', loose: true },
  { what: 'an Avro file', bytes: 'Obj\u0001' },
  { what: 'an HDF5 file', bytes: '\u0089HDF' },
  { what: 'a NetCDF file', bytes: 'CDF', loose: true },
  { what: 'a NumPy array', bytes: '\u0093NUMPY' },
  { what: 'a MATLAB file', bytes: 'MATLAB 5.0 MAT-file', loose: true },
  { what: 'an R data file', bytes: 'RDX', loose: true },
  { what: 'an R data file', bytes: 'X\n\0\0' },
  { what: 'an SPSS data file', bytes: '$FL2@(#)' },
  { what: 'an SPSS data file', bytes: '$FL3@(#)' },
  { what: 'a Stata data file', bytes: '<stata_dta>' },
  { what: 'a SAS data file', bytes: '\0\0\0\0\0\0\0\0\0\0\0\0\u00c2\u00ea\u0081\u0060' },
  { what: 'an SQLite database', bytes: 'SQLite format 3\0' },
  { what: 'a DuckDB database', bytes: 'DUCK', at: 8, loose: true },
  { what: 'a tar archive', bytes: 'ustar', at: 257, loose: true },
  { what: 'a gzip archive', bytes: '\u001f\u008b' },
  { what: 'a compress archive', bytes: '\u001f\u009d' },
  { what: 'an xz archive', bytes: '\u00fd7zXZ' },
  { what: 'a bzip2 archive', bytes: 'BZh91AY' },
  { what: 'a Zstandard archive', bytes: '(\u00b5/\u00fd' },
  { what: 'a 7-Zip archive', bytes: '7z\u00bc\u00af' },
  { what: 'an LZ4 archive', bytes: '\u0004"M\u0018' },
  { what: 'a RAR archive', bytes: 'Rar!\u001a\u0007' },
  { what: 'a program', bytes: '\u007fELF' },
  { what: 'a program', bytes: 'MZ', loose: true },
  { what: 'a text in UTF-32', bytes: '\u00ff\u00fe\0\0' },
  { what: 'a text in UTF-32', bytes: '\0\0\u00fe\u00ff' },
]

/** What a ZIP archive holds, by names that are in its first part. */
const ZIPPED: readonly [what: string, name: string][] = [
  ['an OpenDocument spreadsheet', 'mimetypeapplication/vnd.oasis.opendocument.spreadsheet'],
  ['an OpenDocument file', 'mimetypeapplication/vnd.oasis.opendocument.'],
  ['an Excel workbook (XLSX)', 'xl/'],
  ['a Word document', 'word/'],
  ['a PowerPoint presentation', 'ppt/'],
  ['an Excel workbook or another Office document', '[Content_Types].xml'],
  ['a NumPy archive', '.npy'],
]

/** Tells text from binary files by the first bytes: byte order marks, known signatures, zero bytes. */
export function kindOfBytes(head: Uint8Array): ByteKind {
  if (begins(head, '\u00ff\u00fe\0\0')) return { kind: 'binary', what: 'a text in UTF-32' }
  if (begins(head, '\u00ef\u00bb\u00bf')) return { kind: 'text', encoding: 'utf-8', bom: 3 }
  if (begins(head, '\u00ff\u00fe')) return { kind: 'text', encoding: 'utf-16le', bom: 2 }
  if (begins(head, '\u00fe\u00ff')) return { kind: 'text', encoding: 'utf-16be', bom: 2 }
  const isZip = ['PK\u0003\u0004', 'PK\u0005\u0006', 'PK\u0007\u0008'].some((mark) => begins(head, mark))
  if (isZip) return { kind: 'binary', what: kindOfZip(head) }
  const controls = head.subarray(0, CONTROLS_WITHIN).some(isControl)
  const known = MAGIC.find(({ bytes, at, loose }) => (!loose || controls) && begins(head, bytes, at))
  if (known) return { kind: 'binary', what: known.what }
  const encoding = head.includes(0) ? wideEncoding(head) : null
  if (encoding !== null) return { kind: 'text', encoding, bom: 0 }
  const count = head.reduce((sum, byte) => (isControl(byte) ? sum + 1 : sum), 0)
  // A few are slips in a text; where a zero byte stands is told when it is read.
  if (count > FEW_CONTROLS && count > CONTROL_SHARE * head.length) {
    return { kind: 'binary', what: 'a binary file' }
  }
  return { kind: 'text', encoding: null, bom: 0 }
}

const CONTROLS_WITHIN = 1024
const CONTROL_SHARE = 0.05
const FEW_CONTROLS = 2

function kindOfZip(head: Uint8Array): string {
  let text = ''
  for (const byte of head) text += String.fromCharCode(byte)
  return ZIPPED.find(([, name]) => text.includes(name))?.[0] ?? 'a ZIP archive'
}

/**
 * Tables in UTF-16 have marks, digits and line ends, with a zero in the higher byte; of two orders of bytes it is the
 * one in which such code units are many and no code unit is a control character.
 */
function wideEncoding(head: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const units = Math.floor(head.length / 2)
  for (const [encoding, high] of [
    ['utf-16le', 1],
    ['utf-16be', 0],
  ] as const) {
    let narrow = 0
    let controls = 0
    for (let i = 0; i < 2 * units; i += 2) {
      if (head[i + high] !== 0) continue
      narrow++
      if (isControl(head[i + 1 - high])) controls++
    }
    if (controls === 0 && narrow >= NARROW_SHARE * units && units > 0) return encoding
  }
  return null
}

const NARROW_SHARE = 0.2

function isControl(byte: number): boolean {
  return byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12
}

/** Names the format of a text that is not a table, with its article; null for what may be one. */
export function foreignText(sample: string): string | null {
  const start = sample.slice(0, 4096).replace(/^(?:\s|\u00ef\u00bb\u00bf|<!--[\s\S]*?-->)+/, '')
  if (/^<(?:!doctype html|(?:html|head|body|title|meta|table|script|style|div)[\s>])/i.test(start))
    return 'a web page (HTML)'
  if (/^<\?xml\b|^<!doctype\b|^<[a-z][\w:-]*(?:\s+[\w:-]+\s*=|\s*\/?>(?![,;\t|]))/i.test(start))
    return 'an XML document'
  if (isJson(sample.trim(), start)) return 'a JSON document'
  if (start.startsWith('{\\rtf')) return 'a text with formatting (RTF)'
  if (start.startsWith('%!PS')) return 'a PostScript document'
  if (start.startsWith('version https://git-lfs.github.com/spec/'))
    return 'a pointer of Git LFS to a file that is not here'
  return null
}

function isJson(text: string, start: string): boolean {
  if (/^\{\s*(?:"|\})/.test(start) || /^\[\s*[[{]\s*["{[\]}\d-]/.test(start)) return true
  if (!/^[[{]/.test(text)) return false
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

function begins(head: Uint8Array, bytes: string, at = 0): boolean {
  for (let i = 0; i < bytes.length; i++) if (head[at + i] !== bytes.charCodeAt(i)) return false
  return true
}
