import { say } from '../../../contract/words/say.ts'

/** What a fit has come to. */
export interface Standing {
  running: boolean
  ended: number
  total: number
  solutions: number
}

/** What a screen reader says of a fit, at its start, after each quarter and at its end, and no oftener. */
export function announce({ running, ended, total, solutions }: Standing): string {
  if (total === 0) return running ? say('The fit has begun.') : ''
  if (!running)
    return say(
      'The fit has ended with {ended, plural, one {# restart} other {# restarts}} and {solutions, plural, one {# solution} other {# solutions}}.',
      { ended, solutions },
    )
  const quarter = Math.floor((4 * ended) / total)
  return quarter === 0
    ? say('The fit has begun: {total, plural, one {# restart} other {# restarts}}.', { total })
    : say('Restarts that have ended: {ended, number} of {total, number}.', {
        ended: Math.ceil((quarter * total) / 4),
        total,
      })
}
