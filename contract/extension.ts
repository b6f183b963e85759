import * as v from 'valibot'
import { COVARIANCE_MODELS } from './covariance-models.ts'
import { id, tolerance, whole } from './fields.ts'
import { LIMITS } from './limits.ts'
import { say } from './words/say.ts'

const cell = {
  components: whole(1, LIMITS.components, say('Components')),
  covariance: v.picklist(COVARIANCE_MODELS),
}
const bytes = (what: string) =>
  v.custom<Uint8Array>((given) => given instanceof Uint8Array, say('{what} must be a Uint8Array', { what }))

/** What a manual restart begins from: a first M-step over rows that each belong to one component. */
const ManualStart = v.union([
  /** One per row of the file: 1-based; 0 for a row that takes no part in that M-step. */
  v.object({ labels: bytes(say('Labels')) }),
  /**
   * A `RowMask`: the selected rows are one component, and the others are as a
   * restart with one component fewer has them, or without one the other of two components.
   */
  v.object({ selection: bytes(say('A selection')), rest: v.nullable(id) }),
  /** A column of the file with one component per text in it; rows where it is missing take no part. */
  v.object({ column: whole(0, 1_000_000, say('A column')) }),
])
export type ManualStart = v.InferOutput<typeof ManualStart>

/** What a fit that has ended is to be extended by. Nothing that it has is changed but a restart that is continued. */
export const More = v.variant('kind', [
  /** The next `count` restarts of each cell, or of these cells. */
  v.object({
    kind: v.literal('restarts'),
    count: whole(1, LIMITS.restarts, say('Restarts')),
    cells: v.optional(v.pipe(v.array(v.object(cell)), v.minLength(1, say('Choose at least one cell')))),
  }),
  /** Those of its restarts that have not begun: it was stopped before. */
  v.object({ kind: v.literal('rest') }),
  /** A restart that has ended with a model goes on from there. `maxIterations`: how many more; default: as the fit. */
  v.object({
    kind: v.literal('continue'),
    restart: id,
    tolerance,
    maxIterations: v.optional(whole(1, LIMITS.iterations, say('The iteration limit'))),
  }),
  /** A restart from a start of the person's own, beside the others; in a cell of its own where there is none. */
  v.object({ kind: v.literal('manual'), ...cell, start: ManualStart }),
])
export type More = v.InferOutput<typeof More>
