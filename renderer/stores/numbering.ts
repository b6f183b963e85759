/** Numbers that components already have, and which of them each component of another restart is (−1: none). */
export interface Numbered {
  numbers: readonly number[]
  counterparts: readonly number[]
}

/** As many numbers as there are components, from 0: by decreasing weight, as components are ordered. */
export function plainNumbers(components: number): number[] {
  return Array.from({ length: components }, (_, component) => component)
}

/**
 * The number of each component of a restart: that of its counterpart, the first source before those after it; for a component
 * without any the smallest that no source has, no other component has and `reserved` does not hold.
 */
export function numbersFrom(
  components: number,
  sources: readonly Numbered[],
  reserved: readonly number[] = [],
): number[] {
  const numbers = new Array<number | null>(components).fill(null)
  for (const source of sources) {
    source.counterparts.forEach((of, component) => {
      const number = source.numbers[of]
      if (number !== undefined && numbers[component] === null && !numbers.includes(number))
        numbers[component] = number
    })
  }
  const taken = new Set([...reserved, ...sources.flatMap((source) => source.numbers), ...numbers])
  let free = 0
  return numbers.map((number) => {
    if (number !== null) return number
    while (taken.has(free)) free++
    taken.add(free)
    return free
  })
}

/** The components in the order of their numbers, so that the same cluster stands at the same place. */
export function inOrder(numbers: readonly number[]): number[] {
  return plainNumbers(numbers.length).sort((a, b) => (numbers[a] ?? a) - (numbers[b] ?? b))
}
