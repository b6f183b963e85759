import type { Parameters } from '../parameters.ts'
import type { Setting } from '../setting.ts'
import type { CovarianceModel } from '../types.ts'
import { commonAxesEqualVolumes, commonAxesOwnVariances } from './equal-orientation.ts'
import { equalVolumes } from './equal-volume.ts'
import { ownAxes, ownAxesAndVolumes } from './own-axes.ts'
import { pool } from './pooled.ts'
import { proportionalDiagonals, proportionalMatrices } from './proportional.ts'
import { equalSpheres, spheres } from './spherical.ts'

/**
 * The part of the M-step that makes a covariance model: turns each component's own covariance W_k / n_k in `to.covariances`
 * into the model's, at the maximum of the expected log-likelihood given the counts in `setting.work`. `from` holds the
 * parameters before, from which an iterative model may start; a covariance that is singular in the model is left so.
 */
export type Restriction = (setting: Setting, from: Parameters, to: Parameters) => void

const free: Restriction = () => {}

/** M-steps of all fourteen models (Celeux & Govaert 1995; Browne & McNicholas 2014 for EVE and VVE). */
export const RESTRICTIONS: Record<CovarianceModel, Restriction> = {
  EII: equalSpheres,
  VII: spheres,
  EEI: pool,
  VEI: proportionalDiagonals,
  EVI: equalVolumes,
  VVI: free,
  EEE: pool,
  VEE: proportionalMatrices,
  EVE: commonAxesEqualVolumes,
  VVE: commonAxesOwnVariances,
  EEV: ownAxes,
  VEV: ownAxesAndVolumes,
  EVV: equalVolumes,
  VVV: free,
}
