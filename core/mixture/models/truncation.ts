import { spend, type Brake } from '../../linalg/brake.ts'

/** Multiplications that a logarithm, two quotients and the comparisons take as long as. */
const COST = 20

/**
 * The lower bound m at which eigenvalues, held within [m, ratio × m], cost least: Σ weight × (ln l* + l / l*) with l* the eigenvalue
 * put inside. Exact (Fritz, García-Escudero & Mayo-Iscar 2013): the cost is smooth between neighbours of {l, l / ratio}, with
 * one minimum in closed form for each such stretch. `values` and `weights` [count]; 0 where all values are 0.
 */
export function truncationBound(
  values: Float64Array,
  weights: Float64Array,
  ratio: number,
  brake: Brake | null = null,
): number {
  const edges = new Float64Array(2 * values.length)
  for (let i = 0; i < values.length; i++) {
    edges[2 * i] = values[i]
    edges[2 * i + 1] = values[i] / ratio
  }
  edges.sort()
  let best = 0
  let least = Infinity
  for (let e = 0; e <= edges.length; e++) {
    if (brake !== null && spend(brake, COST * values.length)) break
    const left = e === 0 ? 0 : edges[e - 1]
    const right = e === edges.length ? 2 * left : edges[e]
    const bound = stretchBound(values, weights, ratio, (left + right) / 2)
    if (!(bound > 0)) continue
    const cost = truncationCost(values, weights, ratio, bound)
    if (cost < least) {
      least = cost
      best = bound
    }
  }
  return best
}

/** What it costs to hold the eigenvalues within [bound, ratio × bound]. */
export function truncationCost(
  values: Float64Array,
  weights: Float64Array,
  ratio: number,
  bound: number,
): number {
  let cost = 0
  for (let i = 0; i < values.length; i++) {
    const held = Math.min(Math.max(values[i], bound), ratio * bound)
    cost += weights[i] * (Math.log(held) + values[i] / held)
  }
  return cost
}

/** Where the cost is least, if the same eigenvalues are below and above as at `edge`. */
function stretchBound(values: Float64Array, weights: Float64Array, ratio: number, edge: number): number {
  let sum = 0
  let weight = 0
  for (let i = 0; i < values.length; i++) {
    const value = values[i]
    if (value < edge) sum += weights[i] * value
    else if (value > ratio * edge) sum += (weights[i] * value) / ratio
    else continue
    weight += weights[i]
  }
  return weight > 0 ? sum / weight : edge
}
