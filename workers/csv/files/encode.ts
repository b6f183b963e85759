export type WrittenEncoding =
  'utf-8' | 'utf-8 with a mark' | 'utf-16le' | 'utf-16be' | 'utf-16le bare' | 'utf-16be bare' | 'windows-1252'

/** The bytes of a text; UTF-16 with its byte order mark unless it is bare. */
export function encode(text: string, encoding: WrittenEncoding): Buffer {
  switch (encoding) {
    case 'utf-8':
      return Buffer.from(text)
    case 'utf-8 with a mark':
      return Buffer.from(`\ufeff${text}`)
    case 'utf-16le':
      return Buffer.from(`\ufeff${text}`, 'utf16le')
    case 'utf-16be':
      return Buffer.from(`\ufeff${text}`, 'utf16le').swap16()
    case 'utf-16le bare':
      return Buffer.from(text, 'utf16le')
    case 'utf-16be bare':
      return Buffer.from(text, 'utf16le').swap16()
    case 'windows-1252':
      return Buffer.from(Array.from(text, byteOfWindows1252))
  }
}

/** The characters of Windows-1252 that Latin-1 does not have and that are written here. */
const BEYOND_LATIN1: Record<string, number> = {
  '€': 0x80,
  '‘': 0x91,
  '’': 0x92,
  '“': 0x93,
  '”': 0x94,
  '–': 0x96,
}

function byteOfWindows1252(character: string): number {
  const byte = BEYOND_LATIN1[character] ?? character.charCodeAt(0)
  if (byte > 0xff) throw new Error(`Windows-1252 has no ${character}`)
  return byte
}

/** The text of bytes behind any byte order mark. */
export function decode(bytes: Buffer, encoding: WrittenEncoding): string {
  switch (encoding) {
    case 'utf-8':
    case 'utf-8 with a mark':
      return bytes.toString('utf8')
    case 'utf-16le':
    case 'utf-16le bare':
      return bytes.toString('utf16le')
    case 'utf-16be':
    case 'utf-16be bare':
      return Buffer.from(bytes).swap16().toString('utf16le')
    case 'windows-1252':
      return Array.from(
        bytes.toString('latin1'),
        (character) => FROM_WINDOWS_1252[character] ?? character,
      ).join('')
  }
}

const FROM_WINDOWS_1252: Record<string, string> = Object.fromEntries(
  Object.entries(BEYOND_LATIN1).map(([character, byte]) => [String.fromCharCode(byte), character]),
)
