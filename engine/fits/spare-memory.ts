/** What `make` allocates; null where memory for it is short, for what a restart can do without. */
export function ifMemoryAllows<T>(make: () => T): T | null {
  try {
    return make()
  } catch (thrown) {
    if (thrown instanceof RangeError) return null
    throw thrown
  }
}
