import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createRandom } from '../../random/random.ts'
import { createKernel, createPlainKernel, type Fill, type Kernel } from '../kernel.ts'
import { createParameters, type Family, type Parameters } from '../parameters.ts'
import { createRowWeights } from '../row-weights.ts'
import type { Prepared } from '../types.ts'
import { createGeneratedLoops } from './generated.ts'

const BLOCK = 64
const never = () => false

interface Problem {
  family: Family
  dimension: number
  rows: number
  components: number
  /** Distance between the components' means, in standard deviations. */
  separation: number
  /** Every 17th row lies so far out. */
  outlying: number
  seed: number
}

const problems: fc.Arbitrary<Problem> = fc.record({
  family: fc.constantFrom<Family>('full', 'diagonal'),
  dimension: fc.oneof({ weight: 4, arbitrary: fc.integer({ min: 1, max: 13 }) }, fc.constantFrom(16, 20, 33)),
  rows: fc.integer({ min: 1, max: 400 }),
  components: fc.integer({ min: 1, max: 9 }),
  separation: fc.constantFrom(0, 1, 5, 50, 1000),
  outlying: fc.constantFrom(0, 0, 10, 1e6),
  seed: fc.nat(),
})

function rowsOf({
  dimension,
  rows,
  outlying,
  components,
  separation,
  seed,
}: Problem): Omit<Prepared, 'total'> {
  const random = createRandom(seed)
  const blocks = new Float64Array(Math.ceil(rows / BLOCK) * BLOCK * dimension)
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < dimension; j++) {
      const at = (Math.floor(i / BLOCK) * dimension + j) * BLOCK + (i % BLOCK)
      blocks[at] = random.normal() + separation * (i % components) + (i % 17 === 16 ? outlying : 0)
    }
  }
  const unused = new Float64Array(dimension)
  return { rows, dimension, blockRows: BLOCK, blocks, centre: unused, spread: unused, metric: unused }
}

function parametersOf({ family, dimension, components, separation, seed }: Problem): Parameters {
  const random = createRandom(seed + 1)
  const parameters = createParameters(family, components, dimension)
  const { means, whiteners, offsets, stride } = parameters
  for (let k = 0; k < components; k++) {
    for (let j = 0; j < dimension; j++) means[k * dimension + j] = separation * k + random.normal()
    for (let i = 0; i < stride; i++)
      whiteners[k * stride + i] = (0.3 * random.normal()) / Math.sqrt(dimension)
    for (let j = 0; j < dimension; j++) {
      whiteners[k * stride + (family === 'full' ? (j * (j + 3)) / 2 : j)] = 0.5 + random.next()
    }
    offsets[k] = -dimension + random.normal()
  }
  return parameters
}

/** Largest difference of two kernels' sums, each in units of what it is a sum of: Σ r |y_i| |y_j| is at most √(Σ r y_i² Σ r y_j²). */
function difference(a: Kernel, b: Kernel, { family, dimension, components, rows }: Problem): number {
  const { values, length } = b.sums
  let worst = 0
  for (let k = 0; k < components; k++) {
    const at = k * length
    const square = (i: number) => values[at + 1 + dimension + (family === 'full' ? (i * (i + 3)) / 2 : i)]
    const compare = (slot: number, scale: number) =>
      (worst = Math.max(worst, Math.abs(a.sums.values[slot] - values[slot]) / (scale + rows * 1e-12)))
    compare(at, values[at])
    for (let i = 0, t = 0; i < dimension; i++) {
      compare(at + 1 + i, Math.sqrt(values[at] * square(i)))
      for (let j = family === 'full' ? 0 : i; j <= i; j++, t++) {
        compare(at + 1 + dimension + t, Math.sqrt(square(i) * square(j)))
      }
    }
  }
  return worst
}

describe('the generated kernel', () => {
  it('runs here, so that these tests compare it with the plain one', () => {
    const problem = { family: 'full', dimension: 2, rows: 5, components: 2 } as Problem
    expect(
      createGeneratedLoops(rowsOf({ ...problem, separation: 0, outlying: 0, seed: 1 }), 2, 'full'),
    ).not.toBe(null)
  })

  it('gives the sums, log-likelihood and entropy of the plain loops to 1e-12', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const prepared = rowsOf(problem)
        const parameters = parametersOf(problem)
        const { components, family, rows } = problem
        const fast = createKernel(prepared, components, family)
        const plain = createPlainKernel(prepared, components, family)
        expect(fast.pass(parameters, never) && plain.pass(parameters, never)).toBe(true)
        expect(difference(fast, plain, problem)).toBeLessThan(1e-12)
        const size = Math.abs(plain.logLikelihood) + rows
        expect(Math.abs(fast.logLikelihood - plain.logLikelihood) / size).toBeLessThan(1e-12)
        expect(Math.abs(fast.entropy - plain.entropy) / (plain.entropy + rows)).toBeLessThan(1e-12)
      }),
      { numRuns: 300, seed: 13 },
    )
  })

  it('gives them of rows with weights too, mixed or given', () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const { components, family, rows, seed } = problem
        const random = createRandom(seed + 2)
        const weights = createRowWeights(
          rows,
          BLOCK,
          () => 3 * random.next() + (random.below(9) === 0 ? 1000 : 0),
        )
        const prepared = { ...rowsOf(problem), weights }
        const parameters = parametersOf(problem)
        const fast = createKernel(prepared, components, family)
        const plain = createPlainKernel(prepared, components, family)
        const heavy = { ...problem, rows: weights.sum }
        const even: Fill = (_, count, out, stride) => {
          for (let k = 0; k < components; k++) out.fill(1 / components, k * stride, k * stride + count)
        }
        expect(fast.pass(parameters, never) && plain.pass(parameters, never)).toBe(true)
        expect(difference(fast, plain, heavy)).toBeLessThan(1e-12)
        const size = Math.abs(plain.logLikelihood) + weights.sum
        expect(Math.abs(fast.logLikelihood - plain.logLikelihood) / size).toBeLessThan(1e-12)
        expect(Math.abs(fast.entropy - plain.entropy) / (plain.entropy + weights.sum)).toBeLessThan(1e-12)
        expect(fast.gather(even, parameters, never) && plain.gather(even, parameters, never)).toBe(true)
        expect(difference(fast, plain, heavy)).toBeLessThan(1e-12)
        const held = fast.sums.values.filter((_, i) => i % fast.sums.length === 0)
        expect(held.reduce((sum, count) => sum + count, 0) / weights.sum).toBeCloseTo(1, 12)
      }),
      { numRuns: 200, seed: 14 },
    )
  })

  it('gives of two components the bits that a third one without weight leaves as they are', () => {
    fc.assert(
      fc.property(problems, (some) => {
        const problem = { ...some, components: 3 }
        const prepared = rowsOf(problem)
        const three = parametersOf(problem)
        const two = parametersOf({ ...some, components: 2 })
        for (const part of ['means', 'whiteners', 'offsets'] as const)
          two[part].set(three[part].subarray(0, two[part].length))
        three.offsets[2] = -Infinity
        const [pair, all] = [2, 3].map((components) => createKernel(prepared, components, some.family))
        expect(pair.pass(two, never) && all.pass(three, never)).toBe(true)
        expect([...pair.sums.values]).toEqual([...all.sums.values.subarray(0, pair.sums.values.length)])
        expect(pair.logLikelihood).toBe(all.logLikelihood)
        expect(Math.abs(pair.entropy - all.entropy)).toBeLessThan(1e-200)
      }),
      { numRuns: 100, seed: 15 },
    )
  })

  it('gives the sums of the plain loops under responsibilities that are given', () => {
    const fill: Fill = (from, count, out, stride) => {
      for (let k = 0; k < 3; k++)
        for (let p = 0; p < count; p++) out[k * stride + p] = ((from + p + k) % 3) / 3
    }
    fc.assert(
      fc.property(problems, (some) => {
        const problem = { ...some, components: 3 }
        const prepared = rowsOf(problem)
        const parameters = parametersOf(problem)
        const fast = createKernel(prepared, 3, problem.family)
        const plain = createPlainKernel(prepared, 3, problem.family)
        fast.gather(fill, parameters, never)
        plain.gather(fill, parameters, never)
        expect(difference(fast, plain, problem)).toBeLessThan(1e-12)
        expect([fast.logLikelihood, fast.entropy]).toEqual([0, 0])
      }),
      { numRuns: 100, seed: 14 },
    )
  })

  it.each(['full', 'diagonal'] as const)(
    'does so with a hundred columns and many components (%s)',
    (family) => {
      const problem = {
        family,
        dimension: 100,
        rows: 200,
        components: 40,
        separation: 1,
        outlying: 0,
        seed: 3,
      }
      const prepared = rowsOf(problem)
      const parameters = parametersOf(problem)
      const fast = createKernel(prepared, 40, family)
      const plain = createPlainKernel(prepared, 40, family)
      fast.pass(parameters, never)
      plain.pass(parameters, never)
      expect(difference(fast, plain, problem)).toBeLessThan(1e-12)
      expect(fast.logLikelihood / plain.logLikelihood).toBeCloseTo(1, 12)
    },
  )

  it('gives the same bits again, also when another kernel has used the memory in between', () => {
    const problem: Problem = {
      family: 'full',
      dimension: 3,
      rows: 20_000,
      components: 4,
      separation: 2,
      outlying: 0,
      seed: 5,
    }
    const parameters = parametersOf(problem)
    const kernels = [20_000, 777].map((rows) => createKernel(rowsOf({ ...problem, rows }), 4, 'full'))
    const results = kernels.map((kernel) => {
      kernel.pass(parameters, never)
      return [...kernel.sums.values, kernel.logLikelihood, kernel.entropy]
    })
    for (const at of [0, 1, 1, 0, 1]) {
      const kernel = kernels[at]
      expect(kernel.pass(parameters, never)).toBe(true)
      expect([...kernel.sums.values, kernel.logLikelihood, kernel.entropy]).toEqual(results[at])
    }
  })

  it.each([2, 3])('never leaves a number that is none: no weight, rows beyond every density (%i)', (K) => {
    const problem: Problem = {
      family: 'full',
      dimension: 2,
      rows: 100,
      components: K,
      separation: 0,
      outlying: 1e160,
      seed: 8,
    }
    const prepared = rowsOf(problem)
    const parameters = parametersOf(problem)
    parameters.offsets[1] = -Infinity
    for (const create of [createKernel, createPlainKernel]) {
      const kernel = create(prepared, K, 'full')
      kernel.pass(parameters, never)
      expect(Number.isFinite(kernel.logLikelihood) && Number.isFinite(kernel.entropy)).toBe(true)
      expect(kernel.sums.values[kernel.sums.length]).toBeLessThan(1e-100)
      expect(kernel.sums.values.some(Number.isNaN)).toBe(false)
    }
  })

  it('is stopped at once, even inside a block with very many columns', () => {
    const problem: Problem = {
      family: 'full',
      dimension: 300,
      rows: 64,
      components: 5,
      separation: 0,
      outlying: 0,
      seed: 9,
    }
    let asked = 0
    const kernel = createKernel(rowsOf(problem), 5, 'full')
    expect(kernel.pass(parametersOf(problem), () => ++asked > 3)).toBe(false)
    expect(kernel.pass(parametersOf(problem), never)).toBe(true)
  })
})
