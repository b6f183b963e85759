const END_OF_TEXT = 0x1a

/** How many Ctrl-Z the bytes end with: DOS marked the end of a text so, and they are none of its cells. */
export function endMarks(bytes: Uint8Array): number {
  let first = bytes.length
  while (first > 0 && bytes[first - 1] === END_OF_TEXT) first--
  return bytes.length - first
}
