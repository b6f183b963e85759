import { say } from '../../contract/words/say.ts'

/** `3 restarts removed by hand`. */
export function removedWords(count: number): string {
  return say('{count, plural, one {# restart removed by hand} other {# restarts removed by hand}}', { count })
}
