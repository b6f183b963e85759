import { figure, phrase, type Figure, type Phrase } from '../../contract/words/say.ts'

/** A number at three digits, as plainly as it can be written, between what belongs to it: a sign, `·`. */
export function short(value: number, before = '', after = ''): Figure {
  const rounded = Number(value.toPrecision(3))
  return figure(before + String(rounded).replace('-', '−') + after)
}

/** Bytes in the largest unit of which there is at least one. */
export function bytesPhrase(bytes: number): Phrase {
  const power = bytes < 1 ? 0 : Math.min(4, Math.floor(Math.log2(bytes) / 10))
  const exact = bytes / 2 ** (10 * power)
  const size = power === 0 || exact >= 10 ? Math.round(exact) : Math.round(exact * 10) / 10
  switch (power) {
    case 0:
      return phrase('{size, number} bytes', { size })
    case 1:
      return phrase('{size, number} KB', { size })
    case 2:
      return phrase('{size, number} MB', { size })
    case 3:
      return phrase('{size, number} GB', { size })
    default:
      return phrase('{size, number} TB', { size })
  }
}
