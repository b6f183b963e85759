export interface Cache<T> {
  /** The kept answer, or that of `ask`. A failed answer is not kept. */
  get(key: string, ask: () => Promise<T>): Promise<T>
}

/**
 * Answers by key, the least recently used dropped first once they weigh more than `most` together; by default each weighs 1.
 * The one asked for last is kept whatever it weighs.
 */
export function createCache<T>(most: number, weigh: (answer: T) => number = () => 1): Cache<T> {
  const held = new Map<string, Promise<T>>()
  const weights = new Map<Promise<T>, number>()

  function drop(key: string, answer: Promise<T>): void {
    if (held.get(key) === answer) held.delete(key)
    weights.delete(answer)
  }

  function makeRoom(): void {
    let total = 0
    for (const weight of weights.values()) total += weight
    for (const [key, answer] of [...held].slice(0, -1)) {
      if (total <= most) return
      total -= weights.get(answer) ?? 0
      drop(key, answer)
    }
  }

  return {
    get: (key, ask) => {
      const kept = held.get(key)
      const answer = kept ?? ask()
      held.delete(key)
      held.set(key, answer)
      if (kept === undefined) {
        answer.then(
          (arrived) => {
            if (held.get(key) !== answer) return
            weights.set(answer, weigh(arrived))
            makeRoom()
          },
          () => drop(key, answer),
        )
      }
      return answer
    },
  }
}
