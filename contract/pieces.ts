import { unreadable } from './packing.ts'
import { phrase } from './words/say.ts'

/*
 * A browser reads a message of a socket in one task, which for the points of a million rows holds the page for a tenth of a second. So a
 * frame (see codec.ts) of more than PIECE bytes is announced by eight, MARK and its length (unsigned 32-bit, little-endian), and comes in
 * pieces after that. No frame begins with MARK: its head would fill four gigabytes.
 */
const PIECE = 1 << 18
const MARK = 0xffff_ffff
const ANNOUNCEMENT = 8

/** The messages of a socket that carry a frame, to be sent one after another with nothing between them. */
export function cutFrame(frame: Uint8Array): Uint8Array[] {
  if (frame.byteLength <= PIECE) return [frame]
  const announcement = new DataView(new ArrayBuffer(ANNOUNCEMENT))
  announcement.setUint32(0, MARK, true)
  announcement.setUint32(4, frame.byteLength, true)
  const pieces: Uint8Array[] = [new Uint8Array(announcement.buffer)]
  for (let at = 0; at < frame.byteLength; at += PIECE) pieces.push(frame.subarray(at, at + PIECE))
  return pieces
}

/**
 * Takes the messages of a socket one by one and answers each with the frame that it completes, or null where more of it is to come.
 * @throws EngineError `invalid-input` on pieces that `cutFrame` cannot have made.
 */
export function createJoiner(): (message: Uint8Array) => Uint8Array | null {
  let whole = new Uint8Array(0)
  let held = 0

  return (message) => {
    if (held < whole.byteLength) {
      if (message.byteLength > whole.byteLength - held) throw unreadable(phrase('a piece of it is too long'))
      whole.set(message, held)
      held += message.byteLength
      if (held < whole.byteLength) return null
      const frame = whole
      whole = new Uint8Array(0)
      held = 0
      return frame
    }
    const view = new DataView(message.buffer, message.byteOffset, message.byteLength)
    if (message.byteLength !== ANNOUNCEMENT || view.getUint32(0, true) !== MARK) return message
    whole = new Uint8Array(view.getUint32(4, true))
    return null
  }
}
