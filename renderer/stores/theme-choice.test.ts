import { expect, it } from 'vitest'
import { themeFor } from './theme-choice.ts'

const PLAIN = { dark: false, contrast: false, forced: false }

it('the system is followed where nothing is chosen, also when it asks for more contrast', () => {
  expect(themeFor('system', PLAIN)).toBe('light')
  expect(themeFor('system', { ...PLAIN, dark: true })).toBe('dark')
  expect(themeFor('system', { ...PLAIN, contrast: true })).toBe('contrast-light')
  expect(themeFor('system', { ...PLAIN, contrast: true, dark: true })).toBe('contrast-dark')
})

it('light and dark are what was chosen, whatever the system asks for', () => {
  expect(themeFor('light', { ...PLAIN, dark: true, contrast: true })).toBe('light')
  expect(themeFor('dark', PLAIN)).toBe('dark')
})

it('high contrast is light or dark as the system is', () => {
  expect(themeFor('contrast', PLAIN)).toBe('contrast-light')
  expect(themeFor('contrast', { ...PLAIN, dark: true })).toBe('contrast-dark')
})

it('colours that the system forces have its lightness and all contrast, whatever was chosen', () => {
  expect(themeFor('light', { ...PLAIN, forced: true, dark: true })).toBe('contrast-dark')
  expect(themeFor('dark', { ...PLAIN, forced: true })).toBe('contrast-light')
})
