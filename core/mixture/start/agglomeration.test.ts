import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createRandom } from '../../random/random.ts'
import { adjustedRandIndex, contingency } from '../partition.ts'
import { prepare } from '../prepare.ts'
import { columnsOf } from '../reference/reference.ts'
import { agglomerate } from './agglomeration.ts'
import { scaledDirections } from './scaled-directions.ts'

const SETS: Record<string, [string, string[]]> = {
  faithful: ['../reference/faithful.csv', ['eruptions', 'waiting']],
  iris: ['../reference/iris.csv', ['sepal_length', 'sepal_width', 'petal_length', 'petal_width']],
  crabs: ['../../../samples/crabs.csv', ['FL', 'RW', 'CL', 'CW', 'BD']],
}
const CRITERIA = { VVV: 'determinant', EII: 'trace' } as const

const read = (file: string) => readFileSync(new URL(file, import.meta.url), 'utf8')
const { partitions } = JSON.parse(read('hierarchies.json')) as { partitions: Record<string, string[]> }
const going = () => false

describe('the agglomeration', () => {
  it.each(Object.entries(partitions))('makes the partitions that mclust makes: %s', (name, expected) => {
    const [set, model] = name.split(':') as [string, keyof typeof CRITERIA]
    const [file, columns] = SETS[set]
    const points = scaledDirections(prepare(columnsOf(read(file), columns), 'none').prepared)
    expected.forEach((digits, at) => {
      const components = at + 2
      const labels = agglomerate(points, components, CRITERIA[model], going)!
      const theirs = Uint8Array.from(digits, (digit) => Number(digit) - 1)
      expect(adjustedRandIndex(contingency(labels, theirs, components, components))).toBe(1)
    })
  })

  it('leaves each point alone where as many groups are wanted, and joins all where one is', () => {
    const points = { rows: 4, dimension: 1, values: Float64Array.of(-3, -2, 1, 4) }
    expect([...agglomerate(points, 4, 'determinant', going)!].sort()).toEqual([0, 1, 2, 3])
    expect([...agglomerate(points, 1, 'trace', going)!]).toEqual([0, 0, 0, 0])
    expect([...agglomerate(points, 2, 'trace', going)!]).toEqual([0, 0, 1, 1])
  })

  it('asks whether it is stopped at every point and every merge, and no more after a yes', () => {
    const random = createRandom(4)
    const points = { rows: 40, dimension: 2, values: Float64Array.from({ length: 80 }, random.normal) }
    for (const budget of [0, 20, 39, 50]) {
      let asked = 0
      expect(agglomerate(points, 3, 'determinant', () => asked++ >= budget)).toBeNull()
      expect(asked).toBe(budget + 1)
    }
    let asked = 0
    expect(agglomerate(points, 3, 'determinant', () => asked++ < 0)).not.toBeNull()
    expect(asked).toBe(39 + 37)
  })
})

describe('the scaled directions', () => {
  const random = createRandom(9)
  const first = Float64Array.from({ length: 50 }, () => 1e9 + random.normal())
  const second = Float64Array.from({ length: 50 }, () => 1e-9 * random.normal())

  it('are uncorrelated, and have the square roots of the singular values as lengths', () => {
    const { rows, dimension, values } = scaledDirections(prepare([first, second], 'none').prepared)
    expect(dimension).toBe(2)
    const product = (a: number, b: number) => {
      let sum = 0
      for (let i = 0; i < rows; i++) sum += values[i * dimension + a] * values[i * dimension + b]
      return sum
    }
    expect(product(0, 1)).toBeCloseTo(0, 10)
    expect(product(0, 0) ** 2 + product(1, 1) ** 2).toBeCloseTo(2 * 49, 8)
  })

  it('leave out constant columns and directions without spread', () => {
    const constant = new Float64Array(50).fill(7)
    const doubled = first.map((value) => 2 * value)
    expect(scaledDirections(prepare([first, constant, doubled], 'none').prepared).dimension).toBe(1)
    expect(scaledDirections(prepare([constant], 'none').prepared).dimension).toBe(0)
  })
})
