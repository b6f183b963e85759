import { describe, expect, it } from 'vitest'
import { clusterStyle } from './palette.ts'
import { solutionLook } from './solution-look.ts'

const looks = Array.from({ length: 20 }, (_, place) => solutionLook(place))
const luminance = (colour: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

describe('the look of a solution', () => {
  it('is its own for the first twenty, by colour and dashes together', () => {
    for (const theme of ['light', 'dark'] as const)
      expect(new Set(looks.map((look) => look[theme] + look.dash.join())).size).toBe(20)
  })

  it('steps evenly towards the background, so that lightness alone tells neighbours apart', () => {
    const light = looks.slice(0, 5).map((look) => luminance(look.light))
    const dark = looks.slice(0, 5).map((look) => luminance(look.dark))
    for (let at = 1; at < 5; at++) {
      expect(light[at]).toBeGreaterThan((light[at - 1] ?? 0) * 1.05 + 0.01)
      expect(dark[at]).toBeLessThan((dark[at - 1] ?? 1) * 0.9)
    }
  })

  it('shares no colour with the clusters', () => {
    const clusters = new Set(
      Array.from({ length: 8 }, (_, k) => clusterStyle(k)).flatMap(({ light, dark }) => [light, dark]),
    )
    for (const { light, dark } of [...looks, solutionLook(null)])
      expect([light, dark].filter((colour) => clusters.has(colour))).toEqual([])
  })

  it('stands back, dashed, where the solution is set aside', () => {
    expect(solutionLook(null).dash).not.toEqual([])
    expect(looks.map((look) => look.light)).not.toContain(solutionLook(null).light)
  })
})
