import { EngineError } from '../../contract/errors.ts'
import { LIMITS } from '../../contract/limits.ts'
import type { FitSettings } from '../../contract/schemas.ts'
import type { DatasetSummary, KnownView, MergeView, SolutionView } from '../../contract/views.ts'
import { chooseColumn } from './columns.ts'
import type { Door } from './door.ts'
import type { FitCommand } from './fit-options.ts'
import { UsageError } from './usage-error.ts'

/** What is asked of the best solution besides its parameters. */
export interface Findings {
  /** Position of the column that says what rows are. */
  column: number | null
  known: KnownView | null
  /** The same of the merged clusters. */
  knownMerged: KnownView | null
  merging: { view: MergeView; clusters: number } | null
  /** Why its components could not be merged. */
  refusals: EngineError[]
}

/** Position of the column named by `--known`. Throws UsageError where it is not there or has too many values to be a label. */
export function knownColumn(dataset: DatasetSummary, { known }: FitCommand): number | null {
  if (known === null) return null
  const column = chooseColumn(dataset, '--known', known)
  const profile = dataset.columns[column]
  if (profile.distinct <= LIMITS.components) return column
  throw new UsageError(
    `--known: the column “${profile.name}” has ${profile.distinct} different values. A known label has at most ${LIMITS.components}, one for each group.`,
  )
}

/** Throws UsageError where no solution of a fit with these settings could be merged so. */
export function checkMerge({ merge }: FitCommand, { noise, components: { to } }: FitSettings): void {
  if (merge === null) return
  if (noise)
    throw new UsageError(
      '--merge: components beside a noise component cannot be merged, its rows would belong to no cluster of theirs. Leave out --merge or --noise.',
    )
  if (merge !== 'auto' && merge > to)
    throw new UsageError(
      `--merge ${merge}: ${to === 1 ? '1 component' : `${to} components`} at most cannot become more clusters. Give --merge auto, a number up to ${to}, or more --components.`,
    )
}

/** Looks at the best solution; at nothing where there is none. */
export async function findingsOf(
  { engine }: Door,
  fit: string,
  best: SolutionView | undefined,
  column: number | null,
  { merge }: FitCommand,
): Promise<Findings> {
  const found: Findings = { column, known: null, knownMerged: null, merging: null, refusals: [] }
  const restart = best?.restarts[0]
  if (restart === undefined) return found
  const asked = { fit, restart }
  if (merge !== null) {
    try {
      const view = await engine.merge(asked)
      const clusters = merge === 'auto' ? view.suggestion : merge
      if (clusters > view.steps.length) throw tooFew(clusters, view.steps.length)
      found.merging = { view, clusters }
    } catch (thrown) {
      found.refusals.push(EngineError.from(thrown))
    }
  }
  if (column === null) return found
  found.known = await engine.known({ ...asked, column, limit: 1 })
  if (found.merging !== null)
    found.knownMerged = await engine.known({
      ...asked,
      column,
      limit: 1,
      merged: found.merging.clusters,
    })
  return found
}

const tooFew = (clusters: number, components: number) =>
  new EngineError(
    'invalid-input',
    `--merge ${clusters}: the best solution has ${components} components only, which cannot become more clusters.`,
    `Give --merge auto, or a number up to ${components}.`,
  )
