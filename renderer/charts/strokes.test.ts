import { describe, expect, it } from 'vitest'
import { solutionLook } from './solution-look.ts'
import { strokesOf, type Curve, type CurveLook } from './strokes.ts'
import { LIGHT } from './theme.ts'

const curve = (id: string, solution: string | null, look: CurveLook = 'plain'): Curve => ({
  id,
  xy: Float64Array.of(1, -2),
  look,
  solution,
})
const looks = new Map([
  ['A', solutionLook(0)],
  ['B', solutionLook(null)],
])

describe('curves by how they are drawn', () => {
  it('have the best solution last, so that it lies on top, and those without a solution first', () => {
    const curves = [curve('a', 'A'), curve('b', 'B'), curve('x', null), curve('a2', 'A', 'refined')]
    expect(strokesOf(curves, looks, LIGHT).map(({ id, color }) => [id, color])).toEqual([
      ['none', LIGHT.curve],
      ['solution B', solutionLook(null).light],
      ['solution A', solutionLook(0).light],
      ['refined A', solutionLook(0).light],
    ])
  })

  it('mark where a restart was dropped or collapsed, by shape and not by colour alone', () => {
    const curves = [curve('d', null, 'dropped'), curve('c', null, 'collapsed')]
    expect(strokesOf(curves, looks, LIGHT).map(({ id, end }) => [id, end])).toEqual([
      ['dropped', 'ring'],
      ['collapsed', 'cross'],
    ])
  })

  it('take every curve exactly once', () => {
    const curves = ['A', 'B', null].flatMap((solution) =>
      (['plain', 'refined', 'dropped', 'collapsed'] as const).map((look) =>
        curve(`${look} ${solution}`, solution, look),
      ),
    )
    const drawn = strokesOf(curves, looks, LIGHT).flatMap((stroke) => stroke.curves.map(({ id }) => id))
    expect(drawn.sort()).toEqual(curves.map(({ id }) => id).sort())
  })
})
