import { readMessage } from './envelope.ts'
import type { Message } from './messages.ts'
import { pack, unpack, unreadable } from './packing.ts'
import { phrase } from './words/say.ts'

/*
 * One message as bytes: length of the head (unsigned 32-bit, little-endian), the head (JSON in UTF-8), zeros up to a
 * multiple of 8, then the segments of the typed arrays, each starting at a multiple of 8 from the first.
 * Every platform that Basin runs on is little-endian, so segments are copied as they are.
 */
const PREFIX = 4
const align = (bytes: number) => Math.ceil(bytes / 8) * 8

/**
 * A message as bytes. Numbers keep NaN, the infinities and −0; typed arrays keep their type; a property that is
 * undefined is absent after decoding.
 * @throws EngineError `internal` where the message holds something that cannot be carried (functions, maps, cycles).
 */
export function encode(message: Message): Uint8Array<ArrayBuffer> {
  const segments: Uint8Array[] = []
  let length = 0
  const head = pack(message, (bytes) => {
    const at = length
    segments.push(bytes)
    length += align(bytes.byteLength)
    return at
  })
  const text = new TextEncoder().encode(JSON.stringify(head))
  const body = align(PREFIX + text.byteLength)
  const out = new Uint8Array(body + length)
  new DataView(out.buffer).setUint32(0, text.byteLength, true)
  out.set(text, PREFIX)
  let at = body
  for (const segment of segments) {
    out.set(segment, at)
    at += align(segment.byteLength)
  }
  return out
}

/**
 * The message in a frame. Typed arrays are views of the frame where it is aligned, of a copy otherwise.
 * @throws EngineError `invalid-input` on any frame that `encode` cannot have made.
 */
export function decode(frame: Uint8Array): Message {
  const bytes = frame.byteOffset % 8 === 0 ? frame : new Uint8Array(frame)
  const { head, body } = headOf(bytes)
  const message = readMessage(
    unpack(head, (at, length) => {
      if (body + at + length > bytes.byteLength) throw unreadable(phrase('a segment lies outside it'))
      return { buffer: bytes.buffer, offset: bytes.byteOffset + body + at }
    }),
  )
  if (message === null) throw unreadable(phrase('it is none of the five kinds of message'))
  return message
}

function headOf(bytes: Uint8Array): { head: unknown; body: number } {
  if (bytes.byteLength < PREFIX) throw unreadable(phrase('it is too short'))
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true)
  if (PREFIX + length > bytes.byteLength) throw unreadable(phrase('it ends too early'))
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(PREFIX, PREFIX + length))
    return { head: JSON.parse(text) as unknown, body: align(PREFIX + length) }
  } catch {
    throw unreadable(phrase('its head is not JSON'))
  }
}
