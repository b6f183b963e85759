/** What the first bytes of a file say about it. */
export type ByteKind =
  | { kind: 'text'; encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | null; bom: number }
  /** `what` names the kind of file, with its article. */
  | { kind: 'binary'; what: string }

const MAGIC: readonly [what: string, bytes: readonly number[]][] = [
  ['a PDF document', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['an Excel workbook or another ZIP archive', [0x50, 0x4b, 0x03, 0x04]],
  ['an old Excel workbook or another Office document', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ['a PNG picture', [0x89, 0x50, 0x4e, 0x47]],
  ['a JPEG picture', [0xff, 0xd8, 0xff]],
  ['a GIF picture', [0x47, 0x49, 0x46, 0x38]],
  ['a Parquet file', [0x50, 0x41, 0x52, 0x31]],
  ['an Arrow file', [0x41, 0x52, 0x52, 0x4f, 0x57, 0x31]],
  ['an HDF5 file', [0x89, 0x48, 0x44, 0x46]],
  ['an SQLite database', [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66]],
  ['a gzip archive', [0x1f, 0x8b]],
  ['an xz archive', [0xfd, 0x37, 0x7a, 0x58, 0x5a]],
  ['a bzip2 archive', [0x42, 0x5a, 0x68, 0x39, 0x31, 0x41, 0x59]],
  ['a Zstandard archive', [0x28, 0xb5, 0x2f, 0xfd]],
  ['a 7-Zip archive', [0x37, 0x7a, 0xbc, 0xaf]],
]

/** Tells text from binary files by the first bytes: known signatures, byte order marks, zero bytes. */
export function kindOfBytes(head: Uint8Array): ByteKind {
  if (begins(head, [0xef, 0xbb, 0xbf])) return { kind: 'text', encoding: 'utf-8', bom: 3 }
  if (begins(head, [0xff, 0xfe])) return { kind: 'text', encoding: 'utf-16le', bom: 2 }
  if (begins(head, [0xfe, 0xff])) return { kind: 'text', encoding: 'utf-16be', bom: 2 }
  const known = MAGIC.find(([, bytes]) => begins(head, bytes))
  if (known) return { kind: 'binary', what: known[0] }
  const zeros = [0, 0]
  for (let i = 0; i < head.length; i++) if (head[i] === 0) zeros[i & 1]++
  const [even, odd] = zeros as [number, number]
  if (even === 0 && odd === 0) return { kind: 'text', encoding: null, bom: 0 }
  // Latin text in UTF-16 has a zero in nearly every second byte and hardly one in the others.
  const pairs = head.length / 2
  if (odd > 0.7 * pairs && even < 0.1 * pairs) return { kind: 'text', encoding: 'utf-16le', bom: 0 }
  if (even > 0.7 * pairs && odd < 0.1 * pairs) return { kind: 'text', encoding: 'utf-16be', bom: 0 }
  return { kind: 'binary', what: 'a binary file' }
}

/** Names the format of a text that is not a table, with its article; null for what may be one. */
export function foreignText(sample: string): string | null {
  const start = sample.slice(0, 512).trimStart()
  if (/^<(?:!doctype html|html|head|body)\b/i.test(start)) return 'a web page (HTML)'
  if (/^<\?xml\b|^<[a-z][\w:-]*[\s>]/i.test(start)) return 'an XML document'
  if (/^\{\s*(?:"|\})/.test(start) || /^\[\s*[[{]/.test(start)) return 'a JSON document'
  return null
}

function begins(head: Uint8Array, bytes: readonly number[]): boolean {
  return bytes.every((byte, i) => head[i] === byte)
}
