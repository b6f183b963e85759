import * as v from 'valibot'
import { finite, id } from './fields.ts'
import { say } from './words/say.ts'

/** A row whose largest responsibility is below it is left unclassified. */
export const leastResponsibility = v.pipe(
  finite(say('The least responsibility')),
  v.gtValue(0, say('The least responsibility must be above 0')),
  v.maxValue(1, say('The least responsibility must be at most 1')),
)
/** Share of the rows, those with the lowest log density, that are marked as outliers. */
export const outlierShare = v.pipe(
  finite(say('The share of outliers')),
  v.gtValue(0, say('The share of outliers must be above 0')),
  v.maxValue(0.5, say('The share of outliers must be at most 0.5')),
)

const restartOf = { fit: id, restart: id }

/** Null: no row is left unclassified, or marked. */
export const DoubtfulInput = v.object({
  ...restartOf,
  unclassified: v.nullable(leastResponsibility),
  outliers: v.nullable(outlierShare),
})
/** Rows whose largest responsibility is below a threshold. */
export const Unclassified = v.object({
  kind: v.literal('unclassified'),
  ...restartOf,
  below: leastResponsibility,
})
/** Rows with the lowest log density: at most this share of those used. */
export const Outliers = v.object({ kind: v.literal('outliers'), ...restartOf, share: outlierShare })
