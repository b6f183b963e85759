import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { NOISE } from '../contract/noise-label.ts'
import { CHART_THEMES } from './charts/theme.ts'
import { clusterStyle } from './charts/palette.ts'
import { solutionLook } from './charts/solution-look.ts'

const css = readFileSync(new URL('./theme.css', import.meta.url), 'utf8')

function tokensOf(selector: string, side: 'light' | 'dark'): Map<string, string> {
  const from = css.indexOf(`${selector} {`)
  const block = css.slice(from, css.indexOf('}', from))
  const pairs = block.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)
  return new Map(
    [...pairs].map(([, name = '', light = '', dark = '']) => [name, side === 'light' ? light : dark]),
  )
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a = '', b = ''): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (high + 0.05) / (low + 0.05)
}

const TEXTS = ['text', 'muted', 'accent', 'danger', 'warning', 'done']
const GROUNDS = ['background', 'panel', 'raised', 'hover', 'danger-soft', 'warning-soft', 'done-soft']

describe.each(['light', 'dark'] as const)('high contrast, %s', (side) => {
  const tokens = tokensOf(":root[data-theme^='contrast']", side)
  const chart = CHART_THEMES[`contrast-${side}`]

  it('has every colour that the usual theme has', () => {
    expect([...tokens.keys()]).toEqual([...tokensOf(':root', side).keys()])
  })

  it('gives every text 7:1 on every ground', () => {
    for (const text of TEXTS)
      for (const ground of GROUNDS)
        expect(contrast(tokens.get(text), tokens.get(ground)), `${text} on ${ground}`).toBeGreaterThanOrEqual(
          7,
        )
    expect(contrast(tokens.get('accent-text'), tokens.get('accent'))).toBeGreaterThanOrEqual(7)
    for (const text of ['text', 'accent'])
      expect(contrast(tokens.get(text), tokens.get('accent-soft')), text).toBeGreaterThanOrEqual(7)
  })

  it('gives the texts of charts 7:1, and the grid lines 3:1', () => {
    for (const text of [chart.text, chart.muted, chart.accent, chart.danger, chart.curve])
      expect(contrast(text, chart.background)).toBeGreaterThanOrEqual(7)
    expect(contrast(chart.hairline, chart.background)).toBeGreaterThanOrEqual(3)
  })

  it('gives clusters and solutions 4.5:1', () => {
    const looks = [...Array.from({ length: 8 }, (_, k) => clusterStyle(k)), clusterStyle(NOISE)]
    const solutions = [...Array.from({ length: 5 }, (_, k) => solutionLook(k)), solutionLook(null)]
    for (const look of [...looks, ...solutions])
      expect(contrast(look[chart.name], chart.background), look[chart.name]).toBeGreaterThanOrEqual(4.5)
  })

  it('has edges that are seen', () => {
    for (const edge of ['border', 'hairline'])
      expect(contrast(tokens.get(edge), tokens.get('background'))).toBeGreaterThanOrEqual(4.5)
  })
})
