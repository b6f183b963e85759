import { gatherDiagonal, whitenDiagonal } from '../kernel/diagonal.ts'
import { gatherFull, whitenFull } from '../kernel/full.ts'
import type { Fill, Loops } from '../kernel/loops.ts'
import { mixBlock } from '../kernel/mix.ts'
import { createTotals } from '../kernel/totals.ts'
import { createWorkspace } from '../kernel/workspace.ts'
import { covarianceLength, type Family, type Parameters } from '../parameters.ts'
import type { Prepared } from '../types.ts'
import { patternCount, type Gaps } from './gaps.ts'
import { createProjection } from './projection.ts'

const STRIPS_PER_FLUSH = 64

/**
 * The loops over rows with gaps, for EM under missing at random (Ghahramani & Jordan 1994; Lin, Lee & Ho 2006). Rows with every cell go
 * through loops that `whole` makes over them; rows of one pattern in one block are a strip, whose log-likelihood is that of the cells they
 * have, and whose sums are those expected of the cells that are missing.
 */
export function createGappyLoops(
  prepared: Omit<Prepared, 'total'>,
  gaps: Gaps,
  components: number,
  family: Family,
  whole: (rows: Omit<Prepared, 'total'>) => Loops,
): Loops {
  const { dimension, blockRows, blocks } = prepared
  const { starts, missing, missingStarts, complete } = gaps
  const wholeEnd = Math.ceil(complete / blockRows)
  const wholeLoops = wholeEnd === 0 ? null : whole(completeRows(prepared, complete, wholeEnd))
  const length = 1 + dimension + covarianceLength(family, dimension)
  const size = components * length + 2
  const patterns = patternCount(gaps)
  const columnsOf = Array.from({ length: patterns }, (_, s) =>
    missing.subarray(missingStarts[s], missingStarts[s + 1]),
  )
  const most = columnsOf.reduce((longest, columns) => Math.max(longest, columns.length), 0)
  const projections = Array.from({ length: components }, () => createProjection(most, dimension))
  const offsets = new Float64Array(components)
  const held = new Float64Array(components)
  const recent = new Float64Array(size)
  const totals = createTotals(size)
  const space = createWorkspace(components, dimension, blockRows)
  const strip = new Float64Array(dimension * blockRows)
  const dots = new Float64Array(blockRows)
  const whiten = family === 'full' ? whitenFull : whitenDiagonal
  const gather = family === 'full' ? gatherFull : gatherDiagonal

  function project(parameters: Parameters, columns: Uint16Array): void {
    for (let k = 0; k < components; k++) {
      offsets[k] = parameters.offsets[k] + projections[k].set(parameters, k, columns)
      held[k] = 0
    }
  }

  /** Puts the rows in `strip`, whatever stands in their missing cells. */
  function take(row: number, count: number): void {
    const from = Math.floor(row / blockRows) * blockRows * dimension + (row % blockRows)
    for (let j = 0; j < dimension; j++) {
      const x = from + j * blockRows
      for (let p = 0; p < count; p++) strip[j * blockRows + p] = blocks[x + p]
    }
  }

  /** Whitens the strip with each missing value at its mean, then at its conditional mean given the others. */
  function complement(parameters: Parameters, k: number, count: number, columns: Uint16Array): void {
    for (let t = 0; t < columns.length; t++) {
      const at = columns[t] * blockRows
      strip.fill(parameters.means[k * dimension + columns[t]], at, at + count)
    }
    whiten(strip, 0, count, parameters, k, space)
    if (family === 'diagonal' || columns.length === 0) return
    const { white, responsibilities } = space
    const { basis } = projections[k]
    const base = k * dimension * blockRows
    for (let t = 0; t < columns.length; t++) {
      const v = t * dimension
      dots.fill(0, 0, count)
      for (let i = columns[0]; i < dimension; i++) {
        const weight = basis[v + i]
        const y = base + i * blockRows
        for (let p = 0; p < count; p++) dots[p] += weight * white[y + p]
      }
      for (let i = columns[0]; i < dimension; i++) {
        const weight = basis[v + i]
        const y = base + i * blockRows
        for (let p = 0; p < count; p++) white[y + p] -= weight * dots[p]
      }
    }
    const squared = k * blockRows
    responsibilities.fill(0, squared, squared + count)
    for (let i = 0; i < dimension; i++) {
      const y = base + i * blockRows
      for (let p = 0; p < count; p++) responsibilities[squared + p] += white[y + p] * white[y + p]
    }
  }

  function collect(count: number, k: number): void {
    gather(count, k, space, recent, k * length)
    const r = k * blockRows
    for (let p = 0; p < count; p++) held[k] += space.responsibilities[r + p]
  }

  /** Adds the conditional covariances of the rows since `project`. */
  function spread(columns: Uint16Array): void {
    for (let k = 0; k < components; k++) {
      const second = k * length + 1 + dimension
      for (let t = 0; t < columns.length; t++) {
        if (family === 'diagonal') recent[second + columns[t]] += held[k]
        else addSquare(projections[k].basis, t * dimension, held[k], second)
      }
    }
  }

  function addSquare(basis: Float64Array, v: number, weight: number, to: number): void {
    for (let i = 0, at = to; i < dimension; i++) {
      const scaled = weight * basis[v + i]
      for (let j = 0; j <= i; j++, at++) recent[at] += scaled * basis[v + j]
    }
  }

  function flush(): void {
    totals.add(recent, 0)
    recent.fill(0)
  }

  function patternAt(row: number): number {
    let low = 0
    let high = patterns - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (starts[middle] <= row) low = middle
      else high = middle - 1
    }
    return low
  }

  function strips(
    fill: Fill | null,
    parameters: Parameters,
    from: number,
    to: number,
    stopped: () => boolean,
  ): boolean {
    let done = 0
    for (let pattern = patternAt(from), row = from; row < to; pattern++) {
      const columns = columnsOf[pattern]
      const end = Math.min(to, starts[pattern + 1])
      project(parameters, columns)
      while (row < end) {
        if (stopped()) return false
        const count = Math.min(end, (Math.floor(row / blockRows) + 1) * blockRows) - row
        take(row, count)
        for (let k = 0; k < components; k++) complement(parameters, k, count, columns)
        if (fill === null) {
          mixBlock(offsets, count, space)
          recent[size - 2] += space.logLikelihood
          recent[size - 1] += space.entropy
        } else fill(row, count, space.responsibilities, blockRows)
        for (let k = 0; k < components; k++) collect(count, k)
        row += count
        if (++done % STRIPS_PER_FLUSH === 0) flush()
      }
      spread(columns)
    }
    flush()
    return true
  }

  function sweep(
    fill: Fill | null,
    parameters: Parameters,
    first: number,
    end: number,
    out: Float64Array,
    stopped: () => boolean,
  ): boolean {
    totals.reset()
    recent.fill(0)
    const last = Math.min(end, wholeEnd)
    if (wholeLoops !== null && first < last) {
      const done =
        fill === null
          ? wholeLoops.mix(parameters, first, last, out, stopped)
          : wholeLoops.weigh(fill, parameters, first, last, out, stopped)
      if (!done) return false
      totals.add(out, 0)
    }
    const from = Math.max(complete, first * blockRows)
    const to = Math.min(prepared.rows, end * blockRows)
    if (from < to && !strips(fill, parameters, from, to, stopped)) return false
    totals.write(out)
    return true
  }

  return {
    mix: (parameters, first, end, out, stopped) => sweep(null, parameters, first, end, out, stopped),
    weigh: sweep,
  }
}

function completeRows(
  { gaps: _, ...prepared }: Omit<Prepared, 'total'>,
  rows: number,
  blocks: number,
): Omit<Prepared, 'total'> {
  const length = blocks * prepared.blockRows * prepared.dimension
  return { ...prepared, rows, blocks: prepared.blocks.subarray(0, length) }
}
