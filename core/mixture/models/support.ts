import type { CovarianceModel } from '../types.ts'

const WITH_PRIOR: readonly CovarianceModel[] = ['EII', 'VII', 'EEI', 'VVI', 'EEE', 'VVV']
const WITH_RATIO: readonly CovarianceModel[] = ['VII', 'VVI', 'VVV']

/** Whether the conjugate prior is defined for the covariance model: EII, VII, EEI, VVI, EEE and VVV, as in mclust. */
export function supportsPrior(covariance: CovarianceModel): boolean {
  return WITH_PRIOR.includes(covariance)
}

/** Whether the eigenvalue ratio can be bounded in the covariance model: VII, VVI and VVV, whose eigenvalues are all free. */
export function supportsEigenvalueRatio(covariance: CovarianceModel): boolean {
  return WITH_RATIO.includes(covariance)
}
