import type { CovarianceModel } from './types.ts'

/* From the most restricted: a sphere is one shape, the axes of the columns are one orientation. */
const FREEDOM = ['I', 'E', 'V']

/**
 * Whether every mixture of the covariance model `simple` is one of `general` too, with as many components: of volume, shape and
 * orientation none is freer in `simple` (I before E before V; Banfield & Raftery 1993, Celeux & Govaert 1995). A model contains itself.
 */
export function contains(general: CovarianceModel, simple: CovarianceModel): boolean {
  return [0, 1, 2].every(
    (letter) => FREEDOM.indexOf(simple[letter] ?? '') <= FREEDOM.indexOf(general[letter] ?? ''),
  )
}
