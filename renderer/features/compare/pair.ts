import type { CompareView } from '../../../contract/views.ts'

/** Two restarts side by side, and what differs between them. */
export interface Pair {
  left: string
  right: string
  comparison: CompareView
}
