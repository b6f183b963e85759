import type { FitSettings } from '../../contract/schemas.ts'
import type { ExtensionView } from '../../contract/views.ts'
import type { Past, Records } from './ledger.ts'
import type { Outcome } from './outcome.ts'
import type { PlannedRestart } from './plan.ts'

/** What a fit is to be extended by. */
export interface Addition {
  planned: PlannedRestart[]
  /** Of the restarts that are added. */
  settings: FitSettings
  /** What stays as it is. */
  past: Past
  /** Whether cells that then have reached less than one they contain are started from that, as in a first fit. */
  ordered: boolean
  /** Whether restarts that have ended can be kept while others still run; else the fit stays as it was until all have. */
  inParts: boolean
  /** See `Conducted`. */
  amounts?(outcome: Outcome): Outcome
  /** What the fit has in the end, and what to say of it. */
  closed(records: Records): Records & { extension: Untold }
}

/** An extension without how it ended. */
export type Untold = ExtensionView extends infer One
  ? One extends unknown
    ? Omit<One, 'stopped'>
    : never
  : never
