/** Sentences one after another; the empty ones are none. */
export const inRow = (...sentences: readonly string[]): string =>
  sentences.filter((text) => text !== '').join(' ')
