import type { RestartView } from '../../../contract/views.ts'
import { plural } from '../plural.ts'

/** What is to be known where restarts are counted; empty where none was removed. */
export function removedText(removed: readonly RestartView[]): string {
  if (removed.length === 0) return ''
  const [were, them] = removed.length === 1 ? ['was', 'it'] : ['were', 'them']
  return `${plural(removed.length, 'restart')} ${were} removed by hand: hits, gaps and chances are of the others alone, and might be different with ${them}.`
}

const MOST_NAMED = 40

/** Which they are; empty where none was removed. */
export function removedIds(removed: readonly RestartView[]): string {
  if (removed.length === 0) return ''
  const named = removed.slice(0, MOST_NAMED).map(({ id }) => id)
  const rest = removed.length - named.length
  return `Removed by hand after it had ended: ${named.join(', ')}${rest === 0 ? '' : ` and ${plural(rest, 'more', 'more')}`}.`
}
