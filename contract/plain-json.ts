/** Characters that are not seen, turn the direction of what follows, or are half of one; none has a place in JSON outside its texts. */
export const HIDDEN =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|\p{Cs}/gu

/**
 * JSON that shows what it holds and is still the same: hidden characters stand as escapes. `replace` as in JSON.stringify.
 * Throws a RangeError where it is longer than any text can be.
 */
export function plainJson(
  value: unknown,
  indent = 0,
  replace?: (key: string, value: unknown) => unknown,
): string {
  const text = JSON.stringify(value, replace, indent)
  return text.replace(HIDDEN, (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
