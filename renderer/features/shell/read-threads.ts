import { MOST_THREADS } from '../../../contract/preferences.ts'

/** The number of threads typed; null for as many as there are cores, undefined where it means nothing. */
export function readThreads(text: string): number | null | undefined {
  const trimmed = text.trim()
  if (trimmed === '') return null
  const number = /^\d+$/.test(trimmed) ? Number(trimmed) : NaN
  return number >= 1 && number <= MOST_THREADS ? number : undefined
}
