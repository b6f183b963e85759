export interface Cache<T> {
  /** The kept answer, or that of `ask`. A failed answer is not kept. */
  get(key: string, ask: () => Promise<T>): Promise<T>
}

/** Answers by key, the least recently used dropped first. */
export function createCache<T>(most: number): Cache<T> {
  const held = new Map<string, Promise<T>>()
  return {
    get: (key, ask) => {
      const kept = held.get(key)
      const answer = kept ?? ask()
      held.delete(key)
      held.set(key, answer)
      if (kept === undefined) {
        answer.catch(() => {
          if (held.get(key) === answer) held.delete(key)
        })
      }
      const oldest = held.keys().next()
      if (held.size > most && oldest.done !== true) held.delete(oldest.value)
      return answer
    },
  }
}
