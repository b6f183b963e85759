import type { Parameters } from '../parameters.ts'

/**
 * What missing columns are to a component, in its whitened coordinates y = U (x − mu) with Uᵀ U the inverse of the covariance S. With
 * o the observed and m the missing columns, and U_m = V R the columns of U that are missing, V orthonormal: putting the conditional
 * mean (Ghahramani & Jordan 1994) for the missing values takes from y its part in the span of V; the conditional covariance whitens to
 * V Vᵀ; and ln |S_oo| = ln |S| + 2 Σ ln R_jj.
 */
export interface Projection {
  /** The basis V, one vector [d] after another; of the diagonal family unit vectors, which are not stored. */
  basis: Float64Array
  /** Fills `basis` for one component; returns what the pattern adds to the component's offset: (|m| / 2) ln 2π − Σ ln R_jj. */
  set(parameters: Parameters, component: number, missing: Uint16Array): number
}

const HALF_LOG = Math.log(2 * Math.PI) / 2

/** Room for patterns of at most `most` missing columns. */
export function createProjection(most: number, dimension: number): Projection {
  const basis = new Float64Array(most * dimension)

  function setFull({ whiteners, stride }: Parameters, component: number, missing: Uint16Array): number {
    let offset = missing.length * HALF_LOG
    const base = component * stride
    for (let t = 0; t < missing.length; t++) {
      const to = t * dimension
      const column = missing[t]
      basis.fill(0, to, to + column)
      for (let i = column; i < dimension; i++) basis[to + i] = whiteners[base + (i * (i + 1)) / 2 + column]
      // Gram-Schmidt, twice: once loses orthogonality where columns are nearly collinear (Giraud et al. 2005).
      orthogonalise(t)
      orthogonalise(t)
      let square = 0
      for (let i = to; i < to + dimension; i++) square += basis[i] * basis[i]
      const norm = Math.sqrt(square)
      for (let i = to; i < to + dimension; i++) basis[i] /= norm
      offset -= Math.log(norm)
    }
    return offset
  }

  function orthogonalise(t: number): void {
    const to = t * dimension
    for (let other = 0; other < to; other += dimension) {
      let product = 0
      for (let i = 0; i < dimension; i++) product += basis[other + i] * basis[to + i]
      for (let i = 0; i < dimension; i++) basis[to + i] -= product * basis[other + i]
    }
  }

  return {
    basis,
    set(parameters, component, missing) {
      if (parameters.family === 'full') return setFull(parameters, component, missing)
      let offset = missing.length * HALF_LOG
      for (let t = 0; t < missing.length; t++)
        offset -= Math.log(parameters.whiteners[component * dimension + missing[t]])
      return offset
    },
  }
}
