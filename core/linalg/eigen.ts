import { spend, type Brake } from './brake.ts'

/** Eigenvalues [size], largest first, and unit eigenvectors as rows [size × size] of a symmetric matrix. */
export interface Eigen {
  values: Float64Array
  vectors: Float64Array
}

const MOST_SWEEPS = 60

/**
 * Eigen-decomposition of a symmetric row-major matrix [size × size] by cyclic Jacobi rotations (Jacobi 1846; Rutishauser 1966).
 * Unfinished where the brake is pulled.
 */
export function eigenSymmetric(matrix: Float64Array, size: number, brake: Brake | null = null): Eigen {
  const a = Float64Array.from(matrix)
  const v = new Float64Array(size * size)
  for (let i = 0; i < size; i++) v[i * size + i] = 1
  for (let sweep = 0; sweep < MOST_SWEEPS; sweep++) {
    let rotated = false
    for (let p = 0; p < size; p++) {
      for (let q = p + 1; q < size; q++) {
        const off = Math.abs(a[p * size + q])
        const scale = Math.sqrt(Math.abs(a[p * size + p])) * Math.sqrt(Math.abs(a[q * size + q]))
        if (off === 0 || off <= 1e-17 * scale) continue
        if (brake !== null && spend(brake, 8 * size)) return sorted(a, v, size)
        rotate(a, v, p, q, size)
        rotated = true
      }
    }
    if (!rotated) break
  }
  return sorted(a, v, size)
}

function rotate(a: Float64Array, v: Float64Array, p: number, q: number, size: number): void {
  const apq = a[p * size + q]
  const theta = (a[q * size + q] - a[p * size + p]) / (2 * apq)
  const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.hypot(theta, 1))
  const c = 1 / Math.hypot(t, 1)
  const s = t * c
  a[p * size + p] -= t * apq
  a[q * size + q] += t * apq
  a[p * size + q] = 0
  a[q * size + p] = 0
  for (let r = 0; r < size; r++) {
    if (r !== p && r !== q) {
      const arp = a[r * size + p]
      const arq = a[r * size + q]
      a[r * size + p] = a[p * size + r] = c * arp - s * arq
      a[r * size + q] = a[q * size + r] = s * arp + c * arq
    }
    const vp = v[p * size + r]
    const vq = v[q * size + r]
    v[p * size + r] = c * vp - s * vq
    v[q * size + r] = s * vp + c * vq
  }
}

function sorted(a: Float64Array, v: Float64Array, size: number): Eigen {
  const order = Array.from({ length: size }, (_, i) => i)
  order.sort((i, j) => a[j * size + j] - a[i * size + i] || i - j)
  const values = Float64Array.from(order, (i) => a[i * size + i])
  const vectors = new Float64Array(size * size)
  order.forEach((from, to) => vectors.set(v.subarray(from * size, (from + 1) * size), to * size))
  return { values, vectors }
}
