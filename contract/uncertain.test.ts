import { expect, it } from 'vitest'
import { isUncertain } from './uncertain.ts'

it.each([
  ['a mark that can be read two ways', 'ambiguous-decimal'],
  ['lines that are one number or several', 'ambiguous-delimiter'],
  ['a column written in two ways', 'mixed-formats'],
  ['percents amid bare numbers', 'mixed-units'],
  ['a cell that was not taken in', 'rejected-cells'],
  ['a number that is too large', 'too-large'],
  ['an infinite number', 'infinite'],
  ['a hexadecimal number', 'hexadecimal'],
  ['lines left out above the table', 'preamble'],
  ['an encoding that was guessed', 'encoding-guessed'],
  ['an encoding that does not fit', 'encoding'],
  ['rows that are too long', 'long-rows'],
  ['rows that are too short', 'short-rows'],
  ['quotes out of place', 'malformed-quotes'],
  ['choices that no longer fit', 'choices-dropped'],
] as const)('%s asks the person to look', (_, code) => {
  expect(isUncertain({ code })).toBe(true)
})

it.each([
  'units',
  'inexact-integers',
  'dates',
  'booleans',
  'leading-zeros',
  'comment-lines',
  'blank-lines',
  'empty-names',
  'renamed-column',
  'row-names',
  'trailing-delimiters',
] as const)('%s is information', (code) => {
  expect(isUncertain({ code })).toBe(false)
})
