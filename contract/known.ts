import * as v from 'valibot'
import { id, whole } from './fields.ts'
import { LIMITS } from './limits.ts'
import { say } from './words/say.ts'

/** Position of a column in the file. */
const column = whole(0, 1_000_000, say('A column'))

/** Clusters that components are merged into: as many as `merge` has a step for. */
export const merged = whole(1, LIMITS.components, say('Merged clusters'))

/** What is asked of a column that says what rows are. `merged`: of the merged clusters. */
export const KnownInput = v.object({
  fit: id,
  restart: id,
  column,
  merged: v.optional(merged),
  limit: whole(1, LIMITS.drawnRows, say('Rows drawn')),
})
export const KnownAllInput = v.object({
  fit: id,
  column,
  restarts: v.pipe(
    v.array(id),
    v.maxLength(
      LIMITS.restarts,
      say('At most {most} solutions are compared at once', { most: LIMITS.restarts }),
    ),
  ),
})

/** The rows of a cluster, of a category, or of both; `null`: whichever. */
export const KnownCell = v.object({
  kind: v.literal('known-cell'),
  fit: id,
  restart: id,
  column,
  merged: v.optional(merged),
  cluster: v.nullable(whole(0, LIMITS.components - 1, say('A cluster'))),
  category: v.nullable(whole(0, LIMITS.components - 1, say('A category'))),
})
/** The rows that are not in the cluster of their category. */
export const Misplaced = v.object({
  kind: v.literal('misplaced'),
  fit: id,
  restart: id,
  column,
  merged: v.optional(merged),
})
