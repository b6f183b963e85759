import { expect, it } from 'vitest'
import { renderSvg } from './picture.ts'
import { indexText, planSimilarity, tintOf } from './similarity.ts'
import { DARK, LIGHT } from './theme.ts'

it('the picture of a matrix has the names of its solutions and the index of each two', async () => {
  const index = Float64Array.of(1, 0.25, -0.125, 0.25, 1, NaN, -0.125, NaN, 1)
  for (const theme of [LIGHT, DARK]) {
    const option = planSimilarity(['VVV 2 A', 'VVV 3 A', 'EEE 4 B'], index, theme)
    const svg = await renderSvg(option, { width: 600, height: 400 }, theme)
    const texts = [...svg.matchAll(/<text[^>]*>([^<]*)/g)].map(([, text]) => text)
    for (const name of ['VVV 2 A', 'VVV 3 A', 'EEE 4 B'])
      expect(texts.filter((t) => t === name).length).toBe(2)
    expect(texts.filter((text) => text === '1.00').length).toBe(3)
    expect(texts.filter((text) => text === '0.25').length).toBe(2)
    expect(texts.filter((text) => text === '–').length).toBe(2)
    expect(texts.filter((text) => text === indexText(-0.125)).length).toBe(2)
  }
})

it('names that have no room beside each other stand upright, and all of them are there', () => {
  const names = Array.from({ length: 40 }, (_, k) => `VVV ${k + 1} A`)
  const option = planSimilarity(names, new Float64Array(1600), LIGHT)
  expect(option['xAxis']).toMatchObject({ axisLabel: { rotate: 90, interval: 0, hideOverlap: false } })
})

it('nothing tints a cell whose two are no more alike than by chance, or have no index', () => {
  expect([-0.5, 0, NaN].map(tintOf)).toEqual([0, 0, 0])
  expect(tintOf(1)).toBeGreaterThan(tintOf(0.5))
})
