import type { ReplicatesView } from '../../contract/resampling-views.ts'
import { duration } from './progress-line.ts'
import type { SearchCommand } from './search-options.ts'
import type { Terminal } from './terminal.ts'
import { count, plural } from './text-table.ts'

/** What is counted. */
export type Unit = 'replicate' | 'sample'

interface Asking {
  signal: AbortSignal
  onProgress?: (view: ReplicatesView) => void
}

/** Work that goes replicate by replicate, with a line of progress; an interruption ends it with what was found. */
export async function followReplicates<View extends ReplicatesView>(
  unit: Unit,
  { quiet }: Pick<SearchCommand, 'quiet'>,
  { progress, interrupted }: Terminal,
  work: (asking: Asking) => Promise<View>,
): Promise<View> {
  const show = quiet ? null : progress
  try {
    return await work({
      signal: interrupted,
      ...(show === null ? {} : { onProgress: (view) => show(replicatesLine(view, unit)) }),
    })
  } finally {
    show?.('')
  }
}

/** 37 of 100 replicates, 3.1 s, about 5.3 s left */
export function replicatesLine({ done, asked, seconds, secondsLeft }: ReplicatesView, unit: Unit): string {
  const left = secondsLeft === null ? '' : `, about ${duration(secondsLeft)} left`
  return `${count(done)} of ${plural(asked, unit)}, ${duration(seconds)}${left}`
}
