import { afterEach, expect, it } from 'vitest'
import type { DiagnosisView, FindingView } from './diagnosis-views.ts'
import { causeSentences, diagnosisSentences, findingSentence } from './finding-words.ts'
import { german } from './languages/german.ts'
import { writeNumbersIn } from './words/numerals.ts'
import { speak } from './words/say.ts'

afterEach(() => {
  speak('en', {})
  writeNumbersIn('en-GB')
})

const finding = (rest: Partial<FindingView>): FindingView => ({
  code: 'collapsed',
  why: 'singular',
  components: [2],
  iterations: 11,
  held: 3.2,
  message: 'As the restart says it.',
  causes: [],
  rows: null,
  remedies: [],
  ...rest,
})
const diagnosis = (...findings: FindingView[]): DiagnosisView => ({
  fit: 'f',
  restart: 'VVV-3-0',
  columns: ['x1', 'x2', 'x3', 'x4'],
  rowsUsed: 150,
  findings,
})
const all = diagnosis()

it('components have the number that they have where the sentence is read', () => {
  const swapped = (component: number) => 10 - component
  expect(findingSentence(finding({ why: 'empty' }), all)).toBe(
    'Component 3 was left without rows at iteration 12.',
  )
  expect(findingSentence(finding({ why: 'empty' }), all, swapped)).toContain('Component 8 ')
  const saddle = finding({ code: 'saddle', why: null, components: [0, 1, 2] })
  expect(findingSentence(saddle, all)).toMatch(/^Components 1, 2 and 3 coincide/)
})

it('what is about no component keeps the words of the restart', () => {
  expect(findingSentence(finding({ components: [] }), all)).toBe('As the restart says it.')
})

it('rows that a component holds are told as the mark of the solution tells them', () => {
  const held = (rows: number) =>
    findingSentence(finding({ code: 'spurious', why: 'few-rows', held: rows }), all)
  expect(held(8.58)).toBe('Component 3 holds only about 8.6 of 150 rows.')
  expect(held(12.34)).toBe('Component 3 holds only about 12 of 150 rows.')
})

it('dependent columns are an equation, and signs are right', () => {
  const cause = (slopes: number[], intercept: number) =>
    causeSentences(
      finding({ causes: [{ kind: 'collinear', columns: [1, 0, 2], slopes, intercept }] }),
      all,
    )[0]
  expect(cause([2, -0.5], 3)).toBe('x2 ≈ 2·x1 − 0.5·x3 + 3 within component 3.')
  expect(cause([-2, 1], 1e-12)).toBe('x2 ≈ −2·x1 + x3 within component 3.')
  expect(cause([1, -1], 1)).toBe('x2 ≈ x1 − x3 + 1 within component 3.')
})

it('equal rows are named by their numbers, and all rows at fault by their lines', () => {
  const twins = finding({
    causes: [{ kind: 'duplicates', rows: 3, groups: [[11, 39, 40]] }],
    rows: { count: 30, mask: new Uint8Array(19), sample: [11, 39, 40], lines: [13, 41, 42] },
  })
  const [text] = diagnosisSentences(diagnosis(twins))
  expect(text).toContain('rows 12, 40 and 41 are the same')
  expect(text).toMatch(/Lines 13, 41, 42 and 27 more of the file\.$/)
})

it('without a model the rows used are what is spoken of', () => {
  const constant = finding({ held: null, causes: [{ kind: 'constant', column: 3, value: 0.2 }] })
  expect(causeSentences(constant, all)).toEqual(['x4 is always 0.2 in the rows used.'])
})

it('in German where and when stand inside the sentences, and what the restart carries is heard', () => {
  speak('de', german)
  expect(findingSentence(finding({ why: 'empty' }), all)).toBe(
    'Komponente 3 blieb bei Iteration 12 ohne Zeilen.',
  )
  expect(findingSentence(finding({ why: 'empty', held: null }), all)).toBe(
    'Komponente 3 blieb zu Beginn ohne Zeilen.',
  )
  const message = 'It had not converged after 3 iterations.'
  expect(findingSentence(finding({ components: [], message }), all)).toMatch(/^Nach 3 Iterationen/)
  const cause = { kind: 'constant', column: 3, value: 0.2 } as const
  expect(causeSentences(finding({ causes: [cause] }), all)).toEqual(['x4 ist in Komponente 3 immer 0.2.'])
  writeNumbersIn('de-DE')
  expect(causeSentences(finding({ causes: [cause] }), all)).toEqual(['x4 ist in Komponente 3 immer 0,2.'])
})
