/**
 * Which colour and shape each component of the right wears: that of the left component it is matched with, and one that the
 * left does not use where it has no match. `match[k]` is the right component of left component k, −1 for none.
 */
export function matchedStyles(match: readonly number[], rightComponents: number): number[] {
  let free = match.length
  return Array.from({ length: rightComponents }, (_, component) => {
    const left = match.indexOf(component)
    return left === -1 ? free++ : left
  })
}
