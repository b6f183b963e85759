import * as v from 'valibot'
import { COVARIANCE_MODELS } from './covariance-models.ts'
import { decimal, mark, thousands } from './dialect-choice.ts'
import { finite, matrix, whole } from './fields.ts'
import { LIMITS } from './limits.ts'
import { TRANSFORMS } from './transforms.ts'
import { NoiseComponent, SCALINGS } from './settings.ts'
import { WEIGHT_KINDS } from './weighting.ts'

/** A saved model (`basin.model`, version 1): what `score` needs to label new rows. Parameters are in the columns' own units. */
export const ModelFile = v.object({
  format: v.literal('basin.model'),
  version: v.literal(1),
  columns: v.pipe(v.array(v.string()), v.minLength(1)),
  /** How the columns were written where it was fitted, for comparison; absent from the first models. */
  formats: v.optional(v.array(v.object({ decimal, thousands, unit: mark(20) }))),
  /** Of each column what it is computed from, null where it is one of the file; absent where all are. */
  derived: v.optional(v.array(v.nullable(v.object({ of: v.string(), transform: v.picklist(TRANSFORMS) })))),
  scaling: v.optional(v.picklist(SCALINGS)),
  /** Name of the column of weights that it was fitted with, and what they are; absent where every row counted once. */
  rowWeights: v.optional(v.object({ column: v.string(), kind: v.picklist(WEIGHT_KINDS) })),
  /** Present where it was fitted to rows with their gaps: rows with missing cells are then labelled by those they have. */
  missing: v.optional(v.literal('em')),
  covariance: v.picklist(COVARIANCE_MODELS),
  logLikelihood: v.number(),
  weights: v.array(finite('A weight')),
  /** Absent where there is no noise component. */
  noise: v.optional(NoiseComponent),
  means: matrix,
  covariances: v.array(matrix),
})
export type ModelFile = v.InferOutput<typeof ModelFile>

/** A file that holds a model: the model itself, or what was written beside an export (`basin.provenance`). */
export const ModelSource = v.variant('format', [
  ModelFile,
  v.object({
    format: v.literal('basin.provenance'),
    version: v.literal(1),
    model: ModelFile,
    /** Present where the labels that it stands beside were also merged. */
    labels: v.optional(
      v.looseObject({
        merged: v.nullish(v.looseObject({ clusters: whole(1, LIMITS.components, 'Clusters') })),
      }),
    ),
  }),
])
