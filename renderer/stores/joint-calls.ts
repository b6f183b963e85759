import type { Cache } from './cache.ts'

type Follow = (fraction: number | null) => void

/** What a call of the engine is given. */
interface Options {
  signal: AbortSignal
  onProgress: (progress: { fraction: number | null }) => void
}

/** Answers by key that take long: whoever asks for one that is under way follows the same call, and can cancel it. */
export interface JointCalls<T> {
  get(key: string, call: (options: Options) => Promise<T>, follow: Follow): Promise<T>
  /** Rejects the call for all who asked, with `cancelled`; nothing where none is under way. */
  cancel(key: string): void
}

/** What has arrived is kept by the cache. */
export function createJointCalls<T>(cache: Cache<T>): JointCalls<T> {
  const underway = new Map<string, { controller: AbortController; following: Set<Follow> }>()

  return {
    get(key, call, follow) {
      underway.get(key)?.following.add(follow)
      return cache.get(key, () => {
        const mine = { controller: new AbortController(), following: new Set([follow]) }
        underway.set(key, mine)
        const answer = call({
          signal: mine.controller.signal,
          onProgress: ({ fraction }) => mine.following.forEach((tell) => tell(fraction)),
        })
        const end = () => {
          if (underway.get(key) === mine) underway.delete(key)
        }
        answer.then(end, end)
        return answer
      })
    },
    cancel: (key) => underway.get(key)?.controller.abort(),
  }
}
