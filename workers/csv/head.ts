import { foreignText, kindOfBytes } from '../../core/table/bytes.ts'
import { sniffDialect } from '../../core/table/dialect.ts'
import type { DialectChoice } from '../../contract/schemas.ts'
import type { Dialect } from '../../contract/views.ts'
import { codeUnits, unitOf } from './encoding.ts'
import { refusals } from './refusals.ts'
import type { Source } from './source.ts'

/** What the first bytes of a file settle. */
export interface Head {
  dialect: Dialect
  unit: 1 | 2
  /** Bytes of the byte order mark. */
  mark: number
  /** The first record says which delimiter it is. */
  separatorLine: boolean
  /** Records between that and the table. */
  preamble: number
  /** `dialect.encoding` is UTF-8 only if all bytes turn out to be valid. */
  encodingOpen: boolean
}

const HEAD_BYTES = 1 << 18

export function readHead(source: Source, choice: DialectChoice): Head {
  const buffer = Buffer.alloc(Math.min(HEAD_BYTES, source.bytes))
  const bytes = buffer.subarray(0, source.read(0, buffer))
  if (bytes.length === 0) throw refusals.empty(source.name)
  const kind = kindOfBytes(bytes)
  if (kind.kind === 'binary' && !(kind.what === 'a binary file' && choice.encoding?.startsWith('utf-16'))) {
    throw refusals.binary(source.name, kind.what)
  }
  const found = kind.kind === 'text' ? kind : { encoding: null, bom: 0 }
  const encoding = choice.encoding ?? found.encoding ?? 'utf-8'
  const complete = bytes.length === source.bytes
  const text = codeUnits(bytes.subarray(found.bom), encoding)
  if (text.trim() === '' && complete) throw refusals.empty(source.name)
  const foreign = foreignText(text)
  if (foreign) throw refusals.foreign(source.name, foreign)
  return {
    ...sniffDialect(text, complete, encoding, choice),
    unit: unitOf(encoding),
    mark: found.bom,
    encodingOpen: choice.encoding === undefined && found.encoding === null,
  }
}
