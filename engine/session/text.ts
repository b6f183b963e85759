import { Buffer } from 'node:buffer'
import * as v from 'valibot'
import { EngineError } from '../../contract/errors.ts'
import { phrase } from '../../contract/words/say.ts'
import { pack, unpack } from '../../contract/packing.ts'
import { issueText } from '../../contract/refusal.ts'
import { SessionDocument } from '../../contract/session-document.ts'
import { migrate } from './migrate.ts'
import { unreadable } from './unreadable.ts'

/** Bytes of all arrays together: their text must fit into one string. */
const MOST_BYTES = 256 * 2 ** 20

const align = (bytes: number) => Math.ceil(bytes / 8) * 8

/**
 * A session as the text of a file: JSON in which the bits of its arrays stand last, as one run of base64 (little-endian, each
 * array from a multiple of 8 bytes on). Throws `too-large`.
 */
export function sessionText(document: SessionDocument): string {
  const segments: Uint8Array[] = []
  let length = 0
  const packed = pack(document, (bytes) => {
    const at = length
    segments.push(bytes)
    length += align(bytes.byteLength)
    return at
  })
  if (length > MOST_BYTES)
    throw new EngineError(
      'too-large',
      phrase('The parameters and traces of all restarts take {size} MB; a session holds at most {most} MB.', {
        size: Math.round(length / 2 ** 20),
        most: MOST_BYTES / 2 ** 20,
      }),
      phrase('Save it with fewer restarts, or a lower iteration limit.'),
    )
  const arrays = Buffer.alloc(length)
  let at = 0
  for (const segment of segments) {
    arrays.set(segment, at)
    at += align(segment.byteLength)
  }
  return `${JSON.stringify({ ...(packed as object), arrays: arrays.toString('base64') }, null, 1)}\n`
}

/** The session that a text holds, checked whole. Throws `session-newer`, or `session-unreadable` in words. */
export function readSession(text: string, file: string): SessionDocument {
  const raw = parsed(text, file)
  const { arrays = '', ...rest } = migrate(raw, file)
  if (typeof arrays !== 'string') throw unreadable(file, phrase('its arrays are not text'))
  const bytes = Buffer.from(arrays, 'base64')
  const { buffer } = Uint8Array.from(bytes)
  const known = v.safeParse(SessionDocument, unpacked(rest, buffer, file))
  if (known.success) return known.output
  throw unreadable(file, issueText(known.issues))
}

function parsed(text: string, file: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw unreadable(file, phrase('it is not JSON, or it ends too early'))
  }
}

/** Each array on its own copy of its bits. No bit is of two arrays: a small file cannot ask for all memory. */
function unpacked(value: object, buffer: ArrayBuffer, file: string): unknown {
  let left = buffer.byteLength
  try {
    return unpack(value, (at, bytes) => {
      left -= bytes
      if (left < 0 || at + bytes > buffer.byteLength) throw new RangeError('An array lies outside')
      return { buffer: buffer.slice(at, at + bytes), offset: 0 }
    })
  } catch {
    throw unreadable(file, phrase('its arrays cannot be read'))
  }
}
