import { formatCount } from '../../format/number.ts'
import { plural } from '../../format/plural.ts'

/** What a fit has come to. */
export interface Standing {
  running: boolean
  ended: number
  total: number
  solutions: number
}

/** What a screen reader says of a fit, at its start, after each quarter and at its end, and no oftener. */
export function announce({ running, ended, total, solutions }: Standing): string {
  if (total === 0) return running ? 'The fit has begun.' : ''
  if (!running)
    return `The fit has ended with ${plural(ended, 'restart')} and ${plural(solutions, 'solution')}.`
  const quarter = Math.floor((4 * ended) / total)
  return quarter === 0
    ? `The fit has begun: ${plural(total, 'restart')}.`
    : `Restarts that have ended: ${formatCount(Math.ceil((quarter * total) / 4))} of ${formatCount(total)}.`
}
