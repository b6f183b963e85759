import { describe, expect, it } from 'vitest'
import { createRandom } from '../../random/random.ts'
import { threeClouds } from '../climb/fixture.ts'
import { createKernel, createPlainKernel } from '../kernel.ts'
import { createPlainLoops } from '../kernel/plain.ts'
import { createParameters, type Family, type Parameters } from '../parameters.ts'
import { factorise } from '../factorise.ts'
import { prepare } from '../prepare.ts'
import { createSetting } from '../setting.ts'
import type { Prepared } from '../types.ts'
import { hasGaps, patternCount, type Gaps } from './gaps.ts'
import { createGappyLoops } from './gappy-loops.ts'
import { prepareWithGaps } from './prepare-gaps.ts'
import { sampleRows } from '../start/sample.ts'

const never = () => false
const FAMILIES: Family[] = ['full', 'diagonal']

function parametersFor(prepared: Prepared, family: Family, components: number): Parameters {
  const covariance = family === 'full' ? 'VVV' : 'VVI'
  const setting = createSetting(prepared, components, covariance, { kind: 'relative', value: 0 })
  const parameters = createParameters(family, components, prepared.dimension)
  const random = createRandom(3)
  for (let k = 0; k < components; k++) {
    parameters.weights[k] = 1 / components
    for (let i = 0; i < prepared.dimension; i++) {
      parameters.means[k * prepared.dimension + i] = random.normal()
      for (let j = family === 'full' ? 0 : i; j <= i; j++) {
        const at = k * parameters.stride + (family === 'full' ? (i * (i + 1)) / 2 + j : i)
        parameters.covariances[at] = i === j ? 0.7 + random.next() : 0.3 * random.next() - 0.15
      }
    }
  }
  expect(factorise(setting, parameters)).toBeNull()
  return parameters
}

function withGaps(columns: Float64Array[], chance: number): Float64Array[] {
  const random = createRandom(17)
  return columns.map((column) => column.map((value) => (random.next() < chance ? NaN : value)))
}

describe('the loops over rows with gaps', () => {
  it.each(FAMILIES)('give what the loops over complete rows give where nothing is missing: %s', (family) => {
    const { prepared } = prepare(threeClouds(createRandom(2), 500, 4), 'none')
    const { rows, dimension } = prepared
    const allStrips: Gaps = {
      order: Uint32Array.from({ length: rows }, (_, i) => i),
      complete: 0,
      starts: Uint32Array.of(0, rows),
      missing: new Uint16Array(0),
      missingStarts: Uint32Array.of(0, 0),
      observed: new Float64Array(dimension).fill(rows),
    }
    const parameters = parametersFor(prepared, family, 3)
    const kernel = createPlainKernel(prepared, 3, family)
    const loops = createGappyLoops(prepared, allStrips, 3, family, (part) =>
      createPlainLoops(part, 3, family),
    )
    const [wanted, found] = [new Float64Array(kernel.size), new Float64Array(kernel.size)]
    kernel.summarise(parameters, 0, wanted, never)
    loops.mix(parameters, 0, Math.ceil(rows / prepared.blockRows), found, never)
    found.forEach((value, i) =>
      expect(Math.abs(value - wanted[i])).toBeLessThanOrEqual(1e-12 * (1 + Math.abs(wanted[i]))),
    )
  })

  it.each(FAMILIES)(
    'agree whether complete rows go through WebAssembly or not, over segments: %s',
    (family) => {
      const columns = withGaps(threeClouds(createRandom(5), 5000, 5), 0.05)
      const { prepared } = prepareWithGaps(columns, 'none')
      const parameters = parametersFor(prepared, family, 3)
      const [fast, plain] = [createKernel(prepared, 3, family), createPlainKernel(prepared, 3, family)]
      expect(fast.segments).toBeGreaterThan(2)
      expect(fast.pass(parameters, never)).toBe(true)
      expect(plain.pass(parameters, never)).toBe(true)
      expect(Math.abs(fast.logLikelihood - plain.logLikelihood)).toBeLessThan(
        1e-12 * Math.abs(plain.logLikelihood),
      )
      plain.sums.values.forEach((wanted, i) =>
        expect(Math.abs(fast.sums.values[i] - wanted)).toBeLessThan(1e-12 * prepared.rows),
      )
      expect(fast.pass(parameters, () => true)).toBe(false)
    },
  )
})

describe('rows with gaps, prepared', () => {
  const columns = [
    Float64Array.of(1, NaN, 3, NaN, 5, 6, NaN, 8),
    Float64Array.of(2, 1, NaN, NaN, 7, 3, 2, NaN),
    Float64Array.of(4, 2, 1, NaN, 3, 8, 5, 2),
  ]

  it('stand behind the complete ones, pattern by pattern, without those that have nothing', () => {
    const { prepared, usedRows } = prepareWithGaps(columns, 'none')
    expect([...usedRows]).toEqual([0, 1, 2, 4, 5, 6, 7])
    expect(Array.from(prepared.gaps?.order ?? [], (at) => usedRows[at])).toEqual([0, 4, 5, 1, 6, 2, 7])
    expect(prepared.gaps?.complete).toBe(3)
    expect([...(prepared.gaps?.starts ?? [])]).toEqual([3, 5, 7])
    expect([...(prepared.gaps?.missing ?? [])]).toEqual([0, 1])
    expect([...(prepared.gaps?.observed ?? [])]).toEqual([5, 5, 7])
    expect(prepared.centre[0]).toBeCloseTo(23 / 5, 14)
    expect(hasGaps(prepared)).toBe(true)
  })

  it('have finite numbers for the starts to read', () => {
    const { prepared } = prepareWithGaps(withGaps(threeClouds(createRandom(4), 60, 4), 0.3), 'robust')
    expect(prepared.blocks.every(Number.isFinite)).toBe(true)
    expect(prepared.total.every(Number.isFinite)).toBe(true)
    expect(prepared.metric.every((unit) => unit > 0)).toBe(true)
  })

  it('are sampled with their gaps', () => {
    const { prepared } = prepareWithGaps(withGaps(threeClouds(createRandom(4), 200, 3), 0.2), 'none')
    const sample = sampleRows(prepared, 100, createRandom(1))
    const { gaps } = sample
    expect(gaps).toBeDefined()
    if (gaps === undefined) return
    expect(patternCount(gaps)).toBeGreaterThan(2)
    expect(gaps.starts.at(-1)).toBe(100)
    const lost = Array.from({ length: patternCount(gaps) }, (_, s) => {
      const columnsLost = gaps.missing.subarray(gaps.missingStarts[s], gaps.missingStarts[s + 1])
      return columnsLost.length * (gaps.starts[s + 1] - gaps.starts[s])
    }).reduce((sum, count) => sum + count, 0)
    expect(gaps.observed.reduce((sum, count) => sum + count, 0)).toBe(300 - lost)
  })

  it('have one Gaussian as their total, which where columns are copies is their variances', () => {
    const random = createRandom(6)
    const a = Float64Array.from({ length: 400 }, () => random.normal())
    const b = a.map((value) => 0.6 * value + 0.8 * random.normal())
    const { total } = prepareWithGaps([a, withGaps([b], 0.3)[0]], 'none').prepared
    expect(Math.abs(total[1] - 0.6)).toBeLessThan(0.1)
    const copies = prepareWithGaps([a, withGaps([a.map((value) => 2 * value)], 0.3)[0]], 'none').prepared
    expect(copies.total.every(Number.isFinite)).toBe(true)
    expect(copies.blocks.every(Number.isFinite)).toBe(true)
  })
})
