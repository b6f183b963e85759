import { describe, expect, it } from 'vitest'
import { layTerrain, type Height, type Standing } from './terrain.ts'

const height = (
  id: string,
  value: number | null,
  solution: string | null = null,
  standing: Standing = 'ended',
): Height => ({ id, value, solution, standing })

describe('the terrain of the restarts', () => {
  it('brings the restarts of a solution together, solutions in the order of their highest', () => {
    const terrain = layTerrain([
      height('a1', -10, 'A'),
      height('b1', -10.00001, 'B'),
      height('a2', -10.00002, 'A'),
      height('c1', -12, 'C'),
    ])
    expect(terrain.order).toEqual(['a1', 'a2', 'b1', 'c1'])
    expect(terrain.plateaus.map(({ solution, from, values }) => [solution, from, [...values]])).toEqual([
      ['A', 0, [-10, -10.00002]],
      ['B', 2, [-10.00001]],
      ['C', 3, [-12]],
    ])
  })

  it('sets dropped, running, collapsed and waiting restarts behind those that ended', () => {
    const terrain = layTerrain([
      height('running', -1, null, 'running'),
      height('dropped', -2, null, 'dropped'),
      height('ended', -3, 'A'),
      height('collapsed', null, null, 'collapsed'),
      height('waiting', null, null, 'waiting'),
    ])
    expect(terrain.order).toEqual(['ended', 'dropped', 'running', 'collapsed', 'waiting'])
    expect(terrain.plateaus.at(-1)?.values).toEqual(Float64Array.of(NaN))
  })

  it('keeps restarts that ended without a solution on a plateau of their own', () => {
    const { plateaus } = layTerrain([height('a', -1, 'A'), height('x', -2), height('y', -3)])
    expect(plateaus.map(({ solution, values }) => [solution, values.length])).toEqual([
      ['A', 1],
      [null, 2],
    ])
  })

  it('is empty without restarts', () => {
    expect(layTerrain([])).toEqual({ order: [], plateaus: [] })
  })
})
