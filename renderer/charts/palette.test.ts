import { describe, expect, it } from 'vitest'
import { DARK, LIGHT } from './theme.ts'
import { clusterStyle } from './palette.ts'

const styles = Array.from({ length: 56 }, (_, component) => clusterStyle(component))

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (high + 0.05) / (low + 0.05)
}

describe('the look of clusters', () => {
  it('no two of the first 56 share both colour and shape', () => {
    expect(new Set(styles.map((style) => `${style.light} ${style.symbol}`)).size).toBe(56)
  })

  it('neighbours differ in colour and in shape', () => {
    for (let k = 1; k < styles.length; k++) {
      expect(styles[k]?.light).not.toBe(styles[k - 1]?.light)
      expect(styles[k]?.symbol).not.toBe(styles[k - 1]?.symbol)
    }
  })

  it('every colour stands out from the background of its theme', () => {
    for (const style of styles) {
      expect(contrast(style.light, LIGHT.background)).toBeGreaterThan(2.2)
      expect(contrast(style.dark, DARK.background)).toBeGreaterThan(5)
    }
  })
})
