import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createPosterior } from './posterior.ts'
import type { Mixture } from './types.ts'

interface Case {
  name: string
  weights: number[]
  means: number[][]
  covariances: number[][][]
  points: number[][]
  logDensity: number[]
  posteriors: number[][]
}

const { cases } = JSON.parse(readFileSync(new URL('reference/estep.json', import.meta.url), 'utf8')) as {
  cases: Case[]
}

function mixtureOf(item: Case): Mixture {
  return {
    components: item.weights.length,
    dimension: item.means[0].length,
    weights: Float64Array.from(item.weights),
    means: Float64Array.from(item.means.flat()),
    covariances: Float64Array.from(item.covariances.flat(2)),
  }
}

function room(rows: number, components: number) {
  return {
    labels: new Uint8Array(rows),
    uncertainty: new Float64Array(rows),
    logDensity: new Float64Array(rows),
    posteriors: new Float64Array(rows * components),
  }
}

describe('posterior', () => {
  it.each(cases)('agrees with 80-digit arithmetic: $name', (item) => {
    const mixture = mixtureOf(item)
    const columns = item.means[0].map((_, j) => Float64Array.from(item.points, (point) => point[j]))
    const out = room(item.points.length, mixture.components)
    createPosterior(mixture).evaluate(columns, 0, item.points.length, out)
    item.points.forEach((_, i) => {
      const wanted = item.logDensity[i]
      expect(Math.abs(out.logDensity[i] - wanted)).toBeLessThanOrEqual(1e-12 * (1 + Math.abs(wanted)))
      const row = [...out.posteriors.subarray(i * mixture.components, (i + 1) * mixture.components)]
      item.posteriors[i].forEach((z, k) => expect(Math.abs(row[k] - z)).toBeLessThan(1e-10))
      expect(Math.abs(row.reduce((sum, z) => sum + z, 0) - 1)).toBeLessThan(1e-12)
      expect(out.labels[i]).toBe(row.indexOf(Math.max(...row)))
    })
  })

  const twins: Mixture = {
    components: 2,
    dimension: 1,
    weights: Float64Array.of(0.5, 0.5),
    means: Float64Array.of(-1, 1),
    covariances: Float64Array.of(1, 1),
  }

  it('labels a tie with the lower component', () => {
    const out = room(1, 2)
    createPosterior(twins).evaluate([Float64Array.of(0)], 0, 1, out)
    expect(out.labels[0]).toBe(0)
    expect(out.uncertainty[0]).toBe(0.5)
  })

  it('keeps the digits of a tiny uncertainty', () => {
    const out = room(1, 2)
    createPosterior(twins).evaluate([Float64Array.of(30)], 0, 1, out)
    expect(out.uncertainty[0] / Math.exp(-60)).toBeCloseTo(1, 10)
  })

  it('marks rows with a missing value and writes only the rows it was asked for', () => {
    const out = room(4, 2)
    out.labels.fill(9)
    createPosterior(twins).evaluate([Float64Array.of(5, NaN, 2, -4)], 1, 3, out)
    expect([...out.labels]).toEqual([9, 255, 1, 9])
    expect(out.uncertainty[1]).toBeNaN()
    expect(out.logDensity[1]).toBeNaN()
    expect([...out.posteriors.subarray(2, 4)]).toEqual([NaN, NaN])
  })

  const noisy: Mixture = {
    components: 3,
    dimension: 2,
    weights: Float64Array.of(0.3, 0.3, 0.3),
    means: Float64Array.of(0, 0, 3, 1, -2, 4),
    covariances: Float64Array.of(1, 0.3, 0.3, 2, 0.5, -0.2, -0.2, 0.7, 1, 0.9999999, 0.9999999, 1),
    noise: { weight: 0.1, logDensity: -6 },
  }
  const wave = (of: (row: number) => number) =>
    Float64Array.from({ length: 203 }, (_, row) => (row % 13 === 7 ? NaN : of(row)))
  const x = wave((row) => 4 * Math.sin(row))
  const columns = [x, wave((row) => (row % 5 === 0 ? x[row] + 6 : 7 * Math.cos(1.7 * row)))]

  it('gives a row the same digits alone as among others', () => {
    const posterior = createPosterior(noisy)
    const [together, alone] = [room(203, 3), room(203, 3)]
    posterior.evaluate(columns, 0, 203, together)
    for (let row = 0; row < 203; row++) posterior.evaluate(columns, row, row + 1, alone)
    expect(alone).toEqual(together)
  })

  it('gives the same labels where nothing else is wanted', () => {
    const all = room(203, 3)
    const labels = new Uint8Array(203)
    createPosterior(noisy).evaluate(columns, 0, 203, all)
    const wanted = { labels, uncertainty: null, logDensity: null, posteriors: null }
    createPosterior(noisy).evaluate(columns, 0, 203, wanted)
    expect(labels).toEqual(all.labels)
    expect(new Set(labels)).toEqual(new Set([0, 1, 2, 254, 255]))
  })

  it('refuses a covariance that is not positive definite, by its number', () => {
    const flat = { ...twins, covariances: Float64Array.of(1, 0) }
    expect(() => createPosterior(flat)).toThrow('component 2')
  })
})
